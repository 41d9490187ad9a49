package io.tact.localstack.parts;

import io.tact.localstack.machine.Folders;
import io.tact.localstack.machine.Leftovers;
import io.tact.localstack.settings.SuiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The process ids of the suite on disk, so that the next start finds what a killed run left behind.
 */
public record ProcessRecords(SuiteFolder folder) {
    private static final Comparator<String> KAFKA_LAST =
            Comparator.comparing(KafkaPart.NAME::equals);

    public void write(Map<String, Long> pids) {
        StringBuilder text = new StringBuilder();
        pids.forEach((name, pid) -> text.append(name).append('=').append(pid).append('\n'));
        Folders.writePrivate(folder.processes(), text.toString());
    }

    /** Stops the leftovers, and names them. Servers last: the applications may still be writing. */
    public List<String> stopLeftovers() {
        List<String> stopped = new ArrayList<>();
        Properties records = read();
        List<String> names = records.stringPropertyNames().stream().sorted(KAFKA_LAST).toList();
        for (String name : names) {
            long pid = Long.parseLong(records.getProperty(name));
            if (Leftovers.stop(pid, folder.mark(name))) {
                stopped.add(name + " (process " + pid + ")");
            }
        }
        if (Leftovers.stopPostgres(folder.postgres())) {
            stopped.add("postgres");
        }
        Folders.delete(folder.processes());
        return stopped;
    }

    private Properties read() {
        Properties records = new Properties();
        if (Files.exists(folder.processes())) {
            try (var in = Files.newBufferedReader(folder.processes())) {
                records.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }
}
