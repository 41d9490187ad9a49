package io.tact.crash.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.crash.Installation;
import io.tact.crash.Victim;
import io.tact.crash.consents.ConsentDoor;
import io.tact.crash.consents.LedgerAudit;
import io.tact.crash.erasure.Canary;
import io.tact.crash.erasure.People;
import io.tact.localstack.test.Eventually;
import io.tact.proof.note.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/runbooks/consent-backup.md says, done. */
class RestoreTest {
    private final Random random = new Random(7);

    @Test
    void backupWithItsLogHasEverythingAndOneWithoutIsNoticed() {
        try (Installation installation = Installation.start("consent-service")) {
            run(installation);
        }
    }

    private void run(Installation installation) {
        var people = new People(installation.url(), installation.tokens());
        List<Canary> early = speaking(people);
        Canary erased = early.get(0);
        List<String> keys = people.speak(erased);
        BaseBackup backup = BaseBackup.take(installation);
        Path logOfTheBackup = backup.archive("log-of-the-backup");
        List<Canary> late = speaking(people);
        people.erase(keys, "\"erase\":\"full\"");
        PublishedRows.awaitAll(installation, "consent.erasure.v1");
        Checkpoint shown = people.published();

        installation.victims().subList(0, 2).forEach(Victim::kill);
        Path log = backup.archive("log");

        backup.restore(logOfTheBackup);
        startAgain(installation);
        Eventually.get(
                "a database that is known to be behind",
                people::ledgerStatus,
                status -> status.equals("behind"));
        assertThat(people.marketing(late.get(0))).as("is lost").isEmpty();
        assertThat(people.marketing(early.get(1))).isEqualTo("withdrawn");
        Eventually.get("the erased forgotten again", () -> people.marketing(erased), ""::equals);

        installation.victims().subList(0, 2).forEach(Victim::kill);
        backup.restore(log);
        startAgain(installation);
        assertThat(late)
                .allSatisfy(one -> assertThat(people.marketing(one)).isEqualTo("withdrawn"));
        assertThat(people.marketing(erased)).as("does not come back").isEmpty();
        speaking(people);
        Eventually.get(
                "a ledger that goes on", people::ledgerStatus, status -> status.equals("well"));
        Checkpoint after =
                Eventually.get(
                        "a checkpoint with what was said since",
                        people::published,
                        checkpoint -> checkpoint.head().size() > shown.head().size());
        new LedgerAudit(new ConsentDoor(installation.url())).demandAllIn(List.of(shown, after));
        System.out.printf(
                "RESTORED: %d leaves were shown before, %d stand now, and the ones are the beginning of the others%n",
                shown.head().size(), after.head().size());
    }

    /** The store first, and the service that stands on it. */
    private static void startAgain(Installation installation) {
        installation.victims().get(1).restart();
        installation.victims().get(0).restart();
    }

    private List<Canary> speaking(People people) {
        List<Canary> some = Stream.generate(() -> Canary.draw(random)).limit(5).toList();
        some.forEach(people::speak);
        some.forEach(people::proof);
        return some;
    }
}
