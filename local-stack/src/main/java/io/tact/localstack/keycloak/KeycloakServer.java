package io.tact.localstack.keycloak;

import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.machine.JavaCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts Keycloak in development mode on loopback. We start its JVM ourselves rather than by {@code
 * kc.sh}, whose shell would stand between us and the process.
 */
public final class KeycloakServer {
    /** By this exit code Keycloak says that it has rebuilt itself and wants to be started again. */
    private static final int REBUILT = 10;

    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dpicocli.disable.closures=true",
                    "-Dquarkus-log-max-startup-records=10000",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "-Dfile.encoding=UTF-8",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED");

    private final KeycloakSoftware software;
    private final int port;
    private final String adminPassword;

    public KeycloakServer(KeycloakSoftware software, int port, String adminPassword) {
        this.software = software;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    public String issuerUrl() {
        return "http://localhost:" + port + "/realms/tact";
    }

    public String version() {
        return software.version();
    }

    /** At its first start it builds itself and imports the realm, which takes half a minute. */
    public boolean isFirstStart() {
        return !software.isUsed();
    }

    /** Returns as soon as the process is there; it answers some seconds later. */
    public ChildProcess start(RealmFile realm, String mark, Path log) {
        realm.layInto(software);
        return launch(mark, List.of(), log);
    }

    /** Its successor, if the process ended only to be started again. */
    public ChildProcess successor(ChildProcess process, String mark) {
        if (process.isAlive() || process.process().exitValue() != REBUILT) {
            return process;
        }
        return launch(mark, List.of("-Dkc.config.built=true"), process.log());
    }

    private ChildProcess launch(String mark, List<String> more, Path log) {
        Path home = software.home();
        List<String> options =
                Stream.of(
                                List.of(
                                        "-Dkc.home.dir=" + home,
                                        "-Djboss.server.config.dir=" + home.resolve("conf")),
                                OPTIONS,
                                more)
                        .flatMap(List::stream)
                        .toList();
        JavaCommand command =
                JavaCommand.ofMainClass(
                        mark,
                        options,
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        List.of(
                                "start-dev",
                                "--import-realm",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--hostname=http://localhost:" + port));
        return ChildProcess.start("Keycloak", command.words(), administrator(), log);
    }

    private Map<String, String> administrator() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword);
    }
}
