package io.tact.localstack.parts;

import io.tact.localstack.machine.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shell script whose $0 is a path of its own; it is up when $0.up exists. */
public record ScriptPart(Path folder, String name, String text) implements Part {
    @Override
    public ChildProcess launch() {
        List<String> command = List.of("sh", "-c", text, folder.resolve(name).toString());
        return ChildProcess.start(name, command, Map.of(), folder.resolve(name + ".log"));
    }

    @Override
    public boolean isUp(ChildProcess process) {
        return Files.exists(folder.resolve(name + ".up"));
    }

    @Override
    public void stop(ChildProcess process) {
        process.stop(Duration.ofSeconds(5));
    }

    @Override
    public String remark() {
        return "as expected";
    }
}
