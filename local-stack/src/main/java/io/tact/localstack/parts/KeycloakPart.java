package io.tact.localstack.parts;

import io.tact.localstack.keycloak.KeycloakServer;
import io.tact.localstack.keycloak.RealmFile;
import io.tact.localstack.machine.ChildProcess;
import io.tact.localstack.settings.SuiteFolder;
import java.time.Duration;

/** Keycloak with the demo realm. */
public record KeycloakPart(KeycloakServer server, RealmFile realm, SuiteFolder folder, Probe probe)
        implements Part {
    public static final String NAME = "keycloak";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChildProcess launch() {
        return server.start(realm, folder.mark(NAME), folder.log(NAME));
    }

    @Override
    public ChildProcess current(ChildProcess process) {
        return server.successor(process, folder.mark(NAME));
    }

    @Override
    public boolean isUp(ChildProcess process) {
        return probe.answers(server.issuerUrl() + "/.well-known/openid-configuration");
    }

    @Override
    public void stop(ChildProcess process) {
        process.stop(Duration.ofSeconds(20));
    }

    @Override
    public String prospect() {
        return server.isFirstStart() ? "its first start takes half a minute" : "";
    }

    @Override
    public String remark() {
        return server.version() + " on " + server.issuerUrl();
    }
}
