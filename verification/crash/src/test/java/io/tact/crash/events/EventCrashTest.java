package io.tact.crash.events;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tact.crash.CrashOptions;
import io.tact.crash.CrashRun;
import io.tact.crash.DiskPromise;
import io.tact.crash.Installation;
import org.junit.jupiter.api.Test;

class EventCrashTest {
    private static final int EVENTS = 50_000;
    private static final int EVENTS_OF_A_SHORT_ROUND = 1_500;

    @Test
    void noKillLosesOrDoublesAnEventOfAnyClient() {
        if (!NodeSender.installed()) {
            System.out.println(
                    "SKIPPED: EventCrashTest needs clients from npm; verification/install-programs installs them");
        }
        assumeTrue(NodeSender.installed());
        CrashOptions options = CrashOptions.stated();
        int eventsOfARound =
                options.full() ? EVENTS / options.rounds() + 1 : EVENTS_OF_A_SHORT_ROUND;
        try (Installation installation = Installation.start("profile-service");
                EventWorkload workload =
                        new EventWorkload(installation, eventsOfARound, options.full())) {
            new CrashRun(options, installation.victims(), workload)
                    .run(DiskPromise.of(installation));
        }
    }
}
