package io.tact.localstack.suite;

import io.tact.localstack.machine.Folders;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.Settings;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment of each application as shell lines, to run one of them in dev mode over the
 * infrastructure.
 */
public record DevEnvironment(SuiteFolder folder, Settings settings) {

    /** One file for each application, and one with what all services have in common. */
    public void write() {
        for (Application application : Application.values()) {
            Folders.writePrivate(file(application), lines(settings.of(application)));
        }
        Folders.writePrivate(folder.devEnvironment(), lines(common()));
    }

    /** What to print: how to use it, and what is in it. */
    public String usage() {
        return """
                Run one service in dev mode (Quarkus wants Maven 3.9 for it), for example:
                  set -a; . '%s'; set +a
                  mvn test-compile quarkus:dev -pl consent-service -am
                What the services have in common (%s):
                %s"""
                .formatted(file(Application.CONSENT), folder.devEnvironment(), lines(common()))
                .stripTrailing();
    }

    private Map<String, String> common() {
        Map<String, String> common = settings.of(Application.CONSENT);
        for (Application service : Application.services()) {
            Map<String, String> own = settings.of(service);
            common.entrySet().removeIf(entry -> !entry.getValue().equals(own.get(entry.getKey())));
        }
        return common;
    }

    private Path file(Application application) {
        return folder.path().resolve("dev." + application.module() + ".env");
    }

    private static String lines(Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        variables.forEach(
                (name, value) ->
                        text.append(name)
                                .append("='")
                                .append(value.replace("'", "'\\''"))
                                .append("'\n"));
        return text.toString();
    }
}
