package io.tact.crash.consents;

import io.tact.crash.CrashOptions;
import io.tact.crash.CrashRun;
import io.tact.crash.DiskPromise;
import io.tact.crash.Installation;
import org.junit.jupiter.api.Test;

class ConsentCrashTest {
    @Test
    void noKillLosesOrDoublesWhatWasAcknowledged() {
        CrashOptions options = CrashOptions.stated();
        try (Installation installation = Installation.start("consent-service");
                ConsentWorkload workload = new ConsentWorkload(installation, options.seed())) {
            new CrashRun(options, installation.victims(), workload)
                    .run(DiskPromise.of(installation));
        }
    }
}
