package io.tact.crash.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.crash.Installation;
import io.tact.crash.Topic;
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
import java.util.Set;
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
        try (var journal = new Topic(installation, "consent.erasure.v1")) {
            journal.awaitAllThatIsCommitted();
        }
        Checkpoint shown = people.published();

        kill(installation);
        Path log = backup.archive("log");

        backup.restore(logOfTheBackup);
        postgres(installation).restart();
        service(installation).launch();
        var readiness = new Readiness(installation);
        Eventually.get(
                "a service that is kept from people for one reason",
                readiness::against,
                Set.of("ledger-whole")::equals);
        Eventually.get(
                "a database that is known to be behind",
                people::ledgerStatus,
                status -> status.equals("behind"));
        assertThat(people.refusal(late.get(0))).endsWith("/ledger-behind");
        try (var states = new Topic(installation, "consent.state.v1")) {
            states.demandSilence();
        }
        assertThat(people.marketing(late.get(0))).as("is lost").isEmpty();
        assertThat(people.marketing(early.get(1))).isEqualTo("withdrawn");
        Eventually.get("the erased forgotten again", () -> people.marketing(erased), ""::equals);

        kill(installation);
        backup.restore(log);
        postgres(installation).restart();
        service(installation).restart();
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

    private static void kill(Installation installation) {
        service(installation).kill();
        postgres(installation).kill();
    }

    private static Victim service(Installation installation) {
        return installation.victims().get(0);
    }

    private static Victim postgres(Installation installation) {
        return installation.victims().get(1);
    }

    private List<Canary> speaking(People people) {
        List<Canary> some = Stream.generate(() -> Canary.draw(random)).limit(5).toList();
        some.forEach(people::speak);
        some.forEach(people::proof);
        return some;
    }
}
