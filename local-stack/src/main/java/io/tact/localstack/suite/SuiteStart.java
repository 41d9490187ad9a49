package io.tact.localstack.suite;

import io.tact.localstack.issuer.IssuerServer;
import io.tact.localstack.machine.Folders;
import io.tact.localstack.parts.Blueprint;
import io.tact.localstack.parts.Parallel;
import io.tact.localstack.parts.PostgresPart;
import io.tact.localstack.parts.Probe;
import io.tact.localstack.parts.ProcessRecords;
import io.tact.localstack.parts.RunningParts;
import io.tact.localstack.parts.Steps;
import io.tact.localstack.parts.Stores;
import io.tact.localstack.settings.Application;
import io.tact.localstack.settings.Door;
import io.tact.localstack.settings.Ports;
import io.tact.localstack.settings.Secrets;
import io.tact.localstack.settings.Settings;
import io.tact.localstack.settings.SuiteFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * From an idle folder to a suite that is ready: servers, then their databases and topics, then the
 * applications.
 */
final class SuiteStart {
    private final Path root;
    private final RunOptions options;
    private final SuiteFolder folder;
    private final Steps steps;
    private final String classPath;
    private final Blueprint blueprint;
    private final RunningParts parts;

    SuiteStart(Path root, RunOptions options, Steps steps, String classPath) {
        this.root = root;
        this.options = options;
        this.steps = steps;
        this.classPath = classPath;
        folder = options.suiteFolder(root);
        clear();
        Ports ports = Ports.kept(folder.ports(), options.portBase());
        ports.demandFree(doors());
        Settings settings = new Settings(folder, ports, Secrets.in(folder.secrets()));
        blueprint = new Blueprint(root, folder, settings, classPath, new Probe());
        SuiteFile suiteFile = new SuiteFile(folder, settings);
        ProcessRecords records = new ProcessRecords(folder);
        parts =
                new RunningParts(
                        steps,
                        pids -> {
                            records.write(pids);
                            suiteFile.write(pids);
                        });
        Folders.writePrivate(
                folder.owner(),
                "pid="
                        + ProcessHandle.current().pid()
                        + "\nurl="
                        + ports.url(Door.STOREFRONT)
                        + "\n");
    }

    RunningParts parts() {
        return parts;
    }

    String url() {
        Application only = options.only();
        Door door = only == null ? Door.STOREFRONT : only.door();
        return blueprint.settings().ports().url(door);
    }

    DevEnvironment devEnvironment() {
        return new DevEnvironment(folder, blueprint.settings());
    }

    /** Nothing runs any more, and nothing says so. */
    void clearAfterStop() {
        List.of(folder.suiteFile(), folder.processes(), folder.owner()).forEach(Folders::delete);
    }

    void run() {
        if (options.only() != null) {
            runOnly(options.only());
            return;
        }
        steps.run("software", this::unpack);
        Parallel.run(List.of(this::startStores, () -> parts.start(blueprint.keycloak())));
        devEnvironment().write();
        if (options.infrastructure()) {
            return;
        }
        Parallel.run(
                Application.services().stream()
                        .map(
                                service ->
                                        (Runnable)
                                                () -> parts.start(blueprint.application(service)))
                        .toList());
        parts.start(blueprint.application(Application.STOREFRONT));
        new Importing(classPath, folder, options, steps).run();
    }

    /** The issuer lives in this JVM; its tokens are signed by whoever may read its key. */
    private void runOnly(Application service) {
        Settings settings = blueprint.settings();
        IssuerServer.start(settings.secrets().issuerKey(), settings.ports().of(Door.KEYCLOAK));
        startStores();
        parts.start(blueprint.application(service));
    }

    private void startStores() {
        PostgresPart postgres = blueprint.postgres();
        Parallel.run(List.of(() -> parts.start(postgres), () -> parts.start(blueprint.kafka())));
        Stores stores = new Stores(root, blueprint.settings(), postgres.server().address());
        steps.run("databases", stores::createDatabases);
        steps.run("topics", stores::createTopics);
    }

    private String unpack() {
        blueprint.postgres();
        return "Keycloak " + blueprint.keycloakSoftware().version();
    }

    private void clear() {
        List<String> stopped = new ProcessRecords(folder).stopLeftovers();
        if (!stopped.isEmpty()) {
            steps.say("  Stopped what a killed run had left behind: " + String.join(", ", stopped));
        }
        folder.turnLogs();
        if (options.fresh()) {
            steps.run(
                    "empty " + folder.path(),
                    () -> {
                        folder.empty();
                        return "";
                    });
        }
    }

    private List<Door> doors() {
        return Arrays.stream(Door.values())
                .filter(door -> !options.infrastructure() || door.isInfrastructure())
                .toList();
    }
}
