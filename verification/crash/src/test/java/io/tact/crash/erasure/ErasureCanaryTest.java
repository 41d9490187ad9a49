package io.tact.crash.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.crash.CrashLog;
import io.tact.crash.DiskPromise;
import io.tact.crash.Installation;
import io.tact.crash.consents.ConsentDoor;
import io.tact.crash.consents.LedgerAudit;
import io.tact.crash.erasure.Places.Searched;
import io.tact.localstack.test.Eventually;
import io.tact.proof.evidence.EvidenceJson;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The short form runs in every build; the full one, with 1,000 people, is asked for by {@code
 * -Dtact.erasure.people=1000}, and leaves a log to be kept.
 */
class ErasureCanaryTest {
    private static final int SHORT_FORM = 40;
    private static final String TOPIC = "consent.state.v1";

    private static final String OLD_ROWS =
            "outbox where created_at < clock_timestamp() - interval '1 hour'";

    /** Two rounds of the broker's cleaner, and some. */
    private static final Duration UNTIL_CLEAN = Duration.ofMinutes(3);

    private final int people = Integer.getInteger("tact.erasure.people", SHORT_FORM);
    private final boolean full = people > SHORT_FORM;
    private final long seed =
            Long.getLong("tact.seed", new SecureRandom().nextInt(Integer.MAX_VALUE));
    private final CrashLog log = CrashLog.open("erasure", full);
    private final Map<Canary, List<String>> keys = new HashMap<>();
    private final Map<Canary, String> proofs = new HashMap<>();

    @Test
    void nothingOfTheErasedIsLeftAndEveryProofHolds() {
        try (Installation installation = Installation.start("consent-service")) {
            run(installation);
        }
    }

    private void run(Installation installation) {
        log.say(
                "erasure of a tenth of %d people, seed %d, %s; %s"
                        .formatted(people, seed, Instant.now(), DiskPromise.of(installation)));
        EagerCompaction.of(TOPIC, installation.bootstrapServers());
        var door = new People(installation.url(), installation.tokens());
        var places = new Places(installation);
        List<Canary> canaries = draw();
        canaries.forEach(canary -> keys.put(canary, door.speak(canary)));
        canaries.forEach(canary -> proofs.put(canary, door.proof(canary)));
        Checkpoint before = door.published();
        List<Canary> erased = canaries.subList(0, people / 10);
        List<Canary> others = canaries.subList(people / 10, people);
        Needles theirs = needles(installation, erased);

        assertThat(places.dump(theirs).found())
                .as("before: what is searched for is there")
                .hasSizeGreaterThanOrEqualTo(erased.size() * 4);
        samplesAreTaken(installation);
        erase(door, erased);
        samplesAreTaken(installation);
        endKeptProof(installation);
        forgetWhatWasPublished(installation);

        demandGone(() -> places.dump(theirs));
        demandGone(() -> places.dataFiles(theirs));
        demandGone(() -> places.topics(theirs));
        demandGone(() -> places.logs(theirs));
        demandThere(places, needles(installation, others), others);
        demandProofs(canaries, door);
        Checkpoint after = door.published();
        new LedgerAudit(new ConsentDoor(installation.url())).demandAllIn(List.of(before, after));
        log.say(
                "HELD: "
                        + proofs.size()
                        + " proofs from before hold, the checkpoint over "
                        + before.head().size()
                        + " leaves is the beginning of that over "
                        + after.head().size());
    }

    private List<Canary> draw() {
        var random = new Random(seed);
        return Stream.generate(() -> Canary.draw(random)).limit(people).toList();
    }

    /**
     * Of each: the name that all values begin with, the identities' keys, and the key to what was
     * said.
     */
    private Needles needles(Installation installation, List<Canary> some) {
        var needles = new Needles();
        for (Canary canary : some) {
            needles.add(canary.name());
            needles.add(canary.anonymousId());
            keysOf(canary).forEach(needles::add);
        }
        for (byte[] wrapped : wrappedKeys(installation, some)) {
            needles.add(wrapped);
            needles.add(HexFormat.of().formatHex(wrapped));
        }
        return needles;
    }

    private List<byte[]> wrappedKeys(Installation installation, List<Canary> some) {
        Object[] theirs = some.stream().map(this::keysOf).flatMap(List::stream).toArray();
        return installation.administer(
                database -> {
                    try (var statement =
                            database.prepareStatement(
                                    "select wrapped from person_key join consent_state using (pseudonym) where identity_key = any(?)")) {
                        statement.setArray(1, database.createArrayOf("text", theirs));
                        var rows = statement.executeQuery();
                        var keys = new ArrayList<byte[]>();
                        while (rows.next()) {
                            keys.add(rows.getBytes(1));
                        }
                        return keys;
                    }
                });
    }

    private List<String> keysOf(Canary canary) {
        return keys.getOrDefault(canary, List.of());
    }

    /**
     * As the server does by itself, where enough has changed; it keeps them apart from the tables.
     */
    private static void samplesAreTaken(Installation installation) {
        execute(installation, "analyze");
    }

    /** Every second one keeps the proof for a day. */
    private void erase(People door, List<Canary> erased) {
        String kept =
                "\"erase\":\"keep-proof\",\"keepProofUntil\":\"%s\""
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(1));
        for (int i = 0; i < erased.size(); i++) {
            door.erase(keysOf(erased.get(i)), i % 2 == 0 ? "\"erase\":\"full\"" : kept);
        }
    }

    /** The day comes; the service looks when it starts, and every minute. */
    private void endKeptProof(Installation installation) {
        execute(installation, "update kept_key set until = current_date - 1");
        installation.victims().get(0).kill();
        installation.victims().get(0).restart();
        Eventually.get(
                "the end of kept proof",
                () -> count(installation, "kept_key"),
                rows -> rows == 0,
                UNTIL_CLEAN);
    }

    /**
     * What was published an hour ago leaves the outbox; the short form does not wait for the minute
     * in which the relay looks.
     */
    private void forgetWhatWasPublished(Installation installation) {
        // as if the segments of the first tombstones were due: the second ones go out
        execute(installation, "update tombstone_due set due_at = now()");
        execute(installation, "do $$ begin perform tombstone_again(1000000); end $$");
        execute(installation, "update outbox set created_at = created_at - interval '2 hours'");
        if (!full) {
            execute(installation, "delete from " + OLD_ROWS);
        }
        Eventually.get(
                "no old row in the outbox",
                () -> count(installation, OLD_ROWS),
                rows -> rows == 0,
                UNTIL_CLEAN);
    }

    private void demandGone(Supplier<Searched> search) {
        Searched last =
                Eventually.get(
                        "nothing left",
                        search,
                        searched -> searched.found().isEmpty(),
                        UNTIL_CLEAN);
        log.say("nothing of the erased in " + last);
    }

    /** So that a search that finds nothing means something. */
    private void demandThere(Places places, Needles needles, List<Canary> others) {
        for (Function<Needles, Searched> place :
                List.<Function<Needles, Searched>>of(
                        places::dump, places::dataFiles, places::topics)) {
            Searched searched = place.apply(needles);
            assertThat(searched.found())
                    .as(searched.toString())
                    .containsAll(others.stream().map(this::keysOf).flatMap(List::stream).toList());
        }
        assertThat(places.dump(needles).found())
                .containsAll(others.stream().map(Canary::name).toList());
        assertThat(places.logs(needles).found()).as("no log holds a person's value").isEmpty();
        log.say("all of the " + others.size() + " others are where they were, and in no log");
    }

    private void demandProofs(List<Canary> canaries, People door) {
        JsonNode ledger = door.ledger();
        for (Canary canary : canaries) {
            var evidence =
                    EvidenceJson.parse(proofs.getOrDefault(canary, ""))
                            .then(EvidenceJson::evidence)
                            .orElseThrow();
            evidence.verify(key(ledger), ledger.get("origin").asText()).orElseThrow();
        }
    }

    private static VerifierKey key(JsonNode ledger) {
        return VerifierKey.parse(ledger.get("verifierKey").asText()).orElseThrow();
    }

    private static void execute(Installation installation, String sql) {
        installation.administer(
                database -> {
                    try (var statement = database.createStatement()) {
                        return statement.execute(sql);
                    }
                });
    }

    private static long count(Installation installation, String table) {
        return installation.administer(
                database -> {
                    try (var statement = database.createStatement();
                            var rows = statement.executeQuery("select count(*) from " + table)) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }
}
