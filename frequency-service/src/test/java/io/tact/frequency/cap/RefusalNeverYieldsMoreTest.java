package io.tact.frequency.cap;

import static io.tact.frequency.cap.Histories.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.campaign.Creative;
import io.tact.frequency.rulebook.Asked;
import io.tact.frequency.rulebook.Candidate;
import io.tact.frequency.rulebook.LabelNumbers;
import io.tact.frequency.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The same visits, once by somebody who allowed marketing and once by somebody who did not. */
class RefusalNeverYieldsMoreTest {
    private static final int SHOPS = 3_000;
    private static final int VISITS = 40;
    private static final List<String> PLACEMENTS = List.of("home.hero", "product.side");
    private static final List<String> OWN_LABELS =
            List.of("category:camping", "category:pets", "channel:site");
    private static final List<String> RULED =
            List.of(
                    "global",
                    "campaign:*",
                    "placement:*",
                    "category:*",
                    "category:camping",
                    "channel:site",
                    "campaign:c-1");
    private static final List<String> WINDOWS =
            List.of("session", "session", "session", "PT5M", "P1D", "lifetime");

    @Test
    void refusalNeverYieldsMoreImpressionsThanAGrant() {
        long seed = System.nanoTime();
        System.out.println("RefusalNeverYieldsMoreTest seed " + seed);
        var random = new Random(seed);
        long shown = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            Rulebook rulebook = rulebook(random);
            var limit =
                    new CapRule(
                            "session-limit",
                            new LabelPattern("global"),
                            1 + random.nextInt(4),
                            new Window.Session());
            var granted = new Person(Candidate::known, candidate -> true);
            var refused =
                    new Person(
                            candidate -> candidate.unknown(limit),
                            candidate -> !candidate.needsMarketing());
            long now = NOON;
            for (int visit = 0; visit < VISITS; visit++) {
                now += random.nextInt(3) == 0 ? random.nextInt(2_400_000) : random.nextInt(60_000);
                String placement = PLACEMENTS.get(random.nextInt(PLACEMENTS.size()));
                List<Candidate> candidates = rulebook.candidates(placement, asked(random));

                granted.visit(candidates, now);
                refused.visit(candidates, now);

                assertThat(refused.shown)
                        .as("seed %s shop %s visit %s", seed, shop, visit)
                        .isLessThanOrEqualTo(granted.shown);
            }
            shown += refused.shown;
        }
        assertThat(shown)
                .as("otherwise a service that shows nothing would pass")
                .isGreaterThan(SHOPS);
    }

    /** One who comes by, and what was shown to them. */
    private static final class Person {
        private final Function<Candidate, Contender> caps;
        private final Function<Candidate, Boolean> competes;
        private final List<Impression> log = new ArrayList<>();
        private long started;
        private long visited;
        private int shown;

        Person(Function<Candidate, Contender> caps, Function<Candidate, Boolean> competes) {
            this.caps = caps;
            this.competes = competes;
        }

        void visit(List<Candidate> all, long now) {
            if (started == 0 || !Sitting.of(started, visited, 1).isOpenAt(now)) {
                started = now;
            }
            visited = now;
            Sitting sitting = Sitting.of(started, visited, 1);
            List<Candidate> candidates = all.stream().filter(competes::apply).toList();
            if (candidates.isEmpty()) {
                return;
            }
            Choice choice =
                    CapDecision.choose(
                            candidates.stream().map(caps).toList(),
                            new History(log, List.of(), Optional.of(sitting)),
                            now);
            if (choice instanceof Choice.Chosen chosen) {
                log.add(
                        new Impression(
                                ImpressionId.of(now, shown),
                                candidates.get(chosen.index()).labels(),
                                sitting.mark(),
                                false,
                                false));
                shown++;
            }
        }
    }

    private static List<Asked> asked(Random random) {
        var asked = new ArrayList<Asked>();
        for (int number = random.nextInt(3); number > 0; number--) {
            asked.add(
                    new Asked(
                            "p-" + random.nextInt(3), Optional.of("tent-" + random.nextInt(2)), 0));
        }
        return asked;
    }

    private static Rulebook rulebook(Random random) {
        Map<String, Campaign> campaigns = new HashMap<>();
        for (int number = 0; number < 3; number++) {
            add(campaigns, campaign("p-" + number, Kind.PERSONAL, new Creative.Item(), random));
            add(
                    campaigns,
                    campaign(
                            "c-" + number,
                            Kind.CONTEXTUAL,
                            new Creative.Fixed("x", Optional.empty(), Optional.empty(), "/"),
                            random));
        }
        var rules = new ArrayList<CapRule>();
        for (int number = random.nextInt(5); number > 0; number--) {
            rules.add(
                    new CapRule(
                            "test/" + number,
                            new LabelPattern(RULED.get(random.nextInt(RULED.size()))),
                            random.nextInt(5),
                            Window.parse(WINDOWS.get(random.nextInt(WINDOWS.size())))));
        }
        return new Rulebook(1, campaigns, rules, new LabelNumbers(Map.of(), Map.of()));
    }

    private static void add(Map<String, Campaign> campaigns, Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
    }

    private static Campaign campaign(String id, Kind kind, Creative creative, Random random) {
        Set<Label> labels = new HashSet<>();
        OWN_LABELS.stream()
                .filter(label -> random.nextInt(3) == 0)
                .map(Label::new)
                .forEach(labels::add);
        return new Campaign(
                id,
                kind,
                random.nextInt(5),
                random.nextBoolean() ? PLACEMENTS : PLACEMENTS.subList(0, 1),
                labels,
                true,
                creative);
    }
}
