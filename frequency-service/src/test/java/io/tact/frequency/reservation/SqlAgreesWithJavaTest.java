package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.Choice;
import io.tact.frequency.cap.Contender;
import io.tact.frequency.cap.History;
import io.tact.frequency.cap.Impression;
import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.LabelPattern;
import io.tact.frequency.cap.Sitting;
import io.tact.frequency.cap.Stop;
import io.tact.frequency.cap.Window;
import io.tact.frequency.capped.CappedStore;
import io.tact.frequency.person.RowKey;
import io.tact.frequency.reservation.Decision.Capped;
import io.tact.frequency.reservation.Decision.Granted;
import io.tact.frequency.rulebook.Asked;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.Rulebook;
import io.tact.frequency.rulebook.Rulebooks;
import io.tact.frequency.session.SessionRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement that decides and the classes that explain, over random histories. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class SqlAgreesWithJavaTest {
    private static final int HISTORIES = Integer.getInteger("tact.test.histories", 250);
    private static final int STEPS = 14;
    private static final List<String> PLACEMENTS = List.of("agree.a", "agree.b");
    private static final List<String> ITEMS = List.of("tent-1", "tent-2", "lamp-3");
    private static final List<String> RULED =
            List.of(
                    "global",
                    "campaign:*",
                    "campaign:agree-p1",
                    "product:*",
                    "placement:agree.a",
                    "category:*",
                    "category:camping");
    private static final List<String> WINDOWS =
            List.of("PT1S", "PT10S", "PT1M", "PT1H", "P1D", "lifetime", "session");

    /**
     * Histories play long after today, by a clock of their own: housekeeping, which goes by the
     * real one, would take a session of today's past away while it is being played. An impression's
     * id has room for milliseconds until 2109.
     */
    private static final long BEGIN = Instant.parse("2100-01-01T12:00:00Z").toEpochMilli();

    private static final CapRule SESSION_LIMIT =
            new CapRule("session-limit", new LabelPattern("global"), 3, new Window.Session());

    Surroundings shop;
    @Inject ReserveForPerson persons;
    @Inject ReserveForSession sessions;
    @Inject Rulebooks rulebooks;
    @Inject Items items;
    @Inject CappedStore capped;
    @Inject Pool database;

    private Rulebook registry;

    @BeforeEach
    void campaigns() {
        campaign("agree-p1", "personal", 80, "\"category:camping\"", "\"agree.a\",\"agree.b\"");
        campaign("agree-p2", "personal", 80, "", "\"agree.a\"");
        campaign(
                "agree-c1",
                "contextual",
                80,
                "\"category:camping\",\"category:pets\"",
                "\"agree.a\",\"agree.b\"");
        campaign("agree-c2", "contextual", 10, "", "\"agree.b\"");
        registry = rulebooks.reload(database).await().indefinitely();
    }

    @Test
    void statementDecidesAsTheRulesInJavaDo() {
        long seed = Long.getLong("tact.test.seed", System.nanoTime());
        System.out.println("SqlAgreesWithJavaTest seed " + seed + " histories " + HISTORIES);
        var random = new Random(seed);
        var seen = new Tally();
        for (int number = 0; number < HISTORIES; number++) {
            var history = new OneHistory(random, "seed " + seed + " history " + number, seen);
            for (int step = 0; step < STEPS; step++) {
                history.step();
            }
        }
        System.out.println("SqlAgreesWithJavaTest " + seen);
        assertThat(seen.granted).isGreaterThan(HISTORIES);
        assertThat(seen.denied).isGreaterThan(HISTORIES);
        assertThat(seen.deniedInSession).isGreaterThan(HISTORIES / 10);
    }

    private static final class Tally {
        private int granted;
        private int denied;
        private int grantedInSession;
        private int deniedInSession;

        @Override
        public String toString() {
            return "granted %d denied %d, without marketing granted %d denied %d"
                    .formatted(granted, denied, grantedInSession, deniedInSession);
        }
    }

    /** One person's, as the database keeps it and as the model does. */
    private final class OneHistory {
        private final Random random;
        private final String name;
        private final Tally tally;
        private final String identity = somebody();
        private final List<String> sessionIds = List.of("1" + identity, "2" + identity);
        private final Rulebook rulebook;
        private final List<Impression> impressions = new ArrayList<>();
        private final List<Stop> stops = new ArrayList<>();
        private final Map<String, Sitting> sittings = new HashMap<>();
        private long now = BEGIN;

        OneHistory(Random random, String name, Tally tally) {
            this.random = random;
            this.name = name;
            this.tally = tally;
            this.rulebook =
                    new Rulebook(
                            registry.version(), registry.campaigns(), rules(), registry.numbers());
        }

        void step() {
            now += random.nextInt(4) == 0 ? random.nextInt(2_000_000) : random.nextInt(12_000);
            switch (random.nextInt(12)) {
                case 0 -> stop();
                case 1, 2, 3, 4 -> confirm();
                default -> {}
            }
            if (random.nextInt(4) == 0) {
                reserveInSession();
            } else {
                reserve();
            }
        }

        private void reserve() {
            List<Candidate> candidates = rulebook.candidates(placement(), asked());
            if (candidates.isEmpty()) {
                return;
            }
            String session = sessionIds.get(random.nextInt(2));
            String counted = rulebook.countsSessions() ? session : null;
            Optional<Sitting> sitting =
                    rulebook.countsSessions() ? Optional.of(visit(session)) : Optional.empty();
            Choice expected =
                    CapDecision.choose(
                            candidates.stream().map(Candidate::known).toList(),
                            new History(impressions, stops, sitting),
                            now);
            Map<String, Integer> numbers =
                    items.numbers(Items.of(candidates)).await().indefinitely();
            var question =
                    new PersonQuestion(List.of(identity), counted, candidates, numbers, "test");

            Optional<Decision> decision =
                    persons.reserve(database, question, rulebook, now).await().indefinitely();

            same(decision, expected, candidates);
            if (expected instanceof Choice.Chosen chosen) {
                tally.granted++;
                add(
                        decision,
                        candidates.get(chosen.index()),
                        sitting.map(Sitting::mark).orElse(0L),
                        false);
            } else {
                tally.denied++;
            }
        }

        private void reserveInSession() {
            List<Candidate> candidates =
                    rulebook.candidates(placement(), List.of()).stream()
                            .filter(candidate -> !candidate.needsMarketing())
                            .toList();
            if (candidates.isEmpty()) {
                return;
            }
            String session = sessionIds.get(random.nextInt(2));
            Sitting sitting = visit(session);
            List<Contender> contenders =
                    candidates.stream().map(candidate -> candidate.unknown(SESSION_LIMIT)).toList();
            Choice expected =
                    CapDecision.choose(
                            contenders, new History(impressions, stops, Optional.of(sitting)), now);
            Map<String, Integer> numbers =
                    items.numbers(Items.of(candidates)).await().indefinitely();

            Optional<Decision> decision =
                    database.withTransaction(
                                    transaction ->
                                            sessions.reserve(
                                                    transaction,
                                                    new SessionQuestion(
                                                            RowKey.ofSession(session),
                                                            List.of(identity),
                                                            candidates,
                                                            numbers),
                                                    rulebook,
                                                    now))
                            .await()
                            .indefinitely();

            same(decision, expected, candidates);
            if (expected instanceof Choice.Chosen chosen) {
                tally.grantedInSession++;
                add(decision, candidates.get(chosen.index()), sitting.mark(), true);
            } else {
                tally.deniedInSession++;
            }
        }

        private void same(
                Optional<Decision> decision, Choice expected, List<Candidate> candidates) {
            assertThat(decision).as("%s: SQL and Java do not agree at all", name).isPresent();
            if (expected instanceof Choice.Chosen chosen) {
                assertThat(decision.get()).as(name).isInstanceOf(Granted.class);
                assertThat(((Granted) decision.get()).candidate())
                        .as(name)
                        .isEqualTo(candidates.get(chosen.index()));
            } else {
                assertThat(decision.get())
                        .as(name)
                        .isEqualTo(
                                new Capped(
                                        ((Choice.Nobody) expected).refusal(), rulebook.version()));
            }
        }

        private void add(
                Optional<Decision> decision, Candidate winner, long mark, boolean fleeting) {
            long id = ((Granted) decision.orElseThrow()).id().impression();
            impressions.add(new Impression(id, winner.labels(), mark, true, fleeting));
        }

        /** Some of what waits and has not expired. */
        private void confirm() {
            for (int index = 0; index < impressions.size(); index++) {
                Impression one = impressions.get(index);
                if (one.pending() && one.countsAt(now) && random.nextBoolean()) {
                    impressions.set(
                            index,
                            new Impression(
                                    one.id(), one.labels(), one.session(), false, one.fleeting()));
                    confirmed("person_log", List.of(RowKey.ofPerson(identity)), one.id());
                    confirmed(
                            "session_log",
                            sessionIds.stream().map(RowKey::ofSession).toList(),
                            one.id());
                }
            }
        }

        private void confirmed(String table, List<UUID> keys, long id) {
            database.preparedQuery(
                            "update "
                                    + table
                                    + " set pending = nullif(array_remove(pending, $1), '{}') where key = any ($2)")
                    .execute(Tuple.of(id, keys.toArray(UUID[]::new)))
                    .await()
                    .indefinitely();
        }

        private void stop() {
            Label label = Label.product(ITEMS.get(random.nextInt(ITEMS.size())));
            UUID row = RowKey.ofPerson(identity);
            capped.stop(database, List.of(row), List.of(identity), List.of(label), "bought", null)
                    .await()
                    .indefinitely();
            if (stops.stream().noneMatch(stop -> stop.label().equals(label))) {
                stops.add(new Stop(label, "bought", OptionalLong.empty()));
            }
        }

        private Sitting visit(String session) {
            long tag = SessionRow.tag(RowKey.ofSession(session));
            Sitting before = sittings.get(session);
            Sitting after =
                    before == null || !before.isOpenAt(now)
                            ? Sitting.of(now, now, tag)
                            : Sitting.of(before.started(), now, tag);
            if (before != null && !before.isOpenAt(now)) {
                impressions.removeIf(one -> one.fleeting() && one.session() == before.mark());
            }
            sittings.put(session, after);
            return after;
        }

        private String placement() {
            return PLACEMENTS.get(random.nextInt(2));
        }

        private List<Asked> asked() {
            var asked = new ArrayList<Asked>();
            for (int number = random.nextInt(4); number > 0; number--) {
                asked.add(
                        new Asked(
                                "agree-p" + (1 + random.nextInt(2)),
                                Optional.of(ITEMS.get(random.nextInt(ITEMS.size()))),
                                random.nextInt(2)));
            }
            return asked;
        }

        private List<CapRule> rules() {
            var rules = new ArrayList<CapRule>();
            for (int number = random.nextInt(5); number > 0; number--) {
                rules.add(
                        new CapRule(
                                "test/" + number,
                                new LabelPattern(RULED.get(random.nextInt(RULED.size()))),
                                random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4),
                                Window.parse(WINDOWS.get(random.nextInt(WINDOWS.size())))));
            }
            return rules;
        }
    }

    private void campaign(String id, String kind, int priority, String labels, String placements) {
        String creative =
                kind.equals("personal")
                        ? "{\"type\":\"item\"}"
                        : "{\"type\":\"fixed\",\"title\":\"x\",\"url\":\"/\"}";
        shop.campaign(
                id,
                """
                {"kind":"%s","priority":%d,"labels":[%s],"placements":[%s],"creative":%s}"""
                        .formatted(kind, priority, labels, placements, creative));
    }
}
