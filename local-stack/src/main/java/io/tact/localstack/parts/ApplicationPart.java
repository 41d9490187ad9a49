package io.tact.localstack.parts;

import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.JavaCommand;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A packaged application of ours, with the environment that it has in production. */
public record ApplicationPart(
        Application application,
        Path jar,
        Map<String, String> environment,
        SuiteFolder folder,
        Probe probe)
        implements Part {

    @Override
    public String name() {
        return application.module();
    }

    @Override
    public ChildProcess launch() {
        JavaCommand command =
                JavaCommand.ofJar(folder.mark(name()), List.of("-Xmx256m"), jar, List.of());
        return ChildProcess.start(name(), command.words(), environment, folder.log(name()));
    }

    @Override
    public boolean isUp(ChildProcess process) {
        return probe.answers(
                "http://localhost:" + environment.get("TACT_MANAGEMENT_PORT") + "/q/health/ready");
    }

    @Override
    public void stop(ChildProcess process) {
        process.stop(Duration.ofSeconds(25));
    }

    @Override
    public String remark() {
        return "http://localhost:" + environment.get("TACT_HTTP_PORT");
    }
}
