package io.tact.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The index against the same rules written down with maps and no regard for time. */
class SessionNeighboursOracleTest {
    private static final NeighbourSettings SETTINGS = new NeighbourSettings(6, 4, 5, 1.5, 0.7, 20);

    @Test
    void answersAsThePlainRulesDoWhateverWasAskedBefore() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var scratch = new Scratch(SETTINGS);
        for (int round = 0; round < 200; round++) {
            int items = 2 + random.nextInt(20);
            List<PastSession> past = past(random, items);
            int[] evolving = clicks(random, items, 8);
            var neighbours =
                    new SessionNeighbours(
                            SessionIndex.of(past, items, SETTINGS.sample()), SETTINGS);

            var found = neighbours.of(evolving, item -> true, items, scratch);

            Map<Integer, Double> expected = expected(past, items, evolving);
            assertThat(found).as("seed %d round %d", seed, round).hasSameSizeAs(expected.keySet());
            for (Neighbourly one : found) {
                assertThat(one.score())
                        .as("seed %d round %d item %d", seed, round, one.item())
                        .isCloseTo(expected.getOrDefault(one.item(), -1.0), within(1e-4));
            }
        }
    }

    private static Map<Integer, Double> expected(
            List<PastSession> past, int items, int[] evolving) {
        Map<Integer, Integer> steps = new HashMap<>();
        int first = Math.max(0, evolving.length - SETTINGS.longest());
        for (int at = first; at < evolving.length; at++) {
            steps.put(evolving[at], evolving.length - 1 - at);
        }
        TreeMap<Integer, Double> likeness = new TreeMap<>();
        var newestClickFirst = new LinkedHashSet<Integer>();
        for (int at = evolving.length - 1; at >= first; at--) {
            newestClickFirst.add(evolving[at]);
        }
        for (int item : newestClickFirst) {
            double weight = Math.exp(-steps.getOrDefault(item, 0) / SETTINGS.clickDecay());
            int looked = 0;
            for (int session = past.size() - 1; session >= 0; session--) {
                if (!contains(past.get(session), item) || looked++ >= SETTINGS.sample()) {
                    continue;
                }
                boolean full = likeness.size() == SETTINGS.sample();
                if (!likeness.containsKey(session) && full) {
                    if (session < likeness.firstKey()) {
                        break;
                    }
                    likeness.pollFirstEntry();
                }
                likeness.merge(session, weight, Double::sum);
            }
        }
        return scores(past, items, steps, nearest(past, likeness));
    }

    private static List<Map.Entry<Integer, Double>> nearest(
            List<PastSession> past, TreeMap<Integer, Double> likeness) {
        long newest = past.isEmpty() ? 0 : day(past.get(past.size() - 1));
        return likeness.entrySet().stream()
                .map(
                        entry ->
                                Map.entry(
                                        entry.getKey(),
                                        entry.getValue()
                                                * Math.exp(
                                                        -(newest - day(past.get(entry.getKey())))
                                                                / SETTINGS.ageDecayDays())))
                .sorted(
                        (one, other) -> {
                            // floats decide ties that doubles do not see
                            int byScore =
                                    Float.compare(
                                            other.getValue().floatValue(),
                                            one.getValue().floatValue());
                            return byScore != 0 ? byScore : other.getKey() - one.getKey();
                        })
                .limit(SETTINGS.neighbours())
                .toList();
    }

    private static Map<Integer, Double> scores(
            List<PastSession> past,
            int items,
            Map<Integer, Integer> steps,
            List<Map.Entry<Integer, Double>> nearest) {
        double[] rarity = new double[items];
        for (int item = 0; item < items; item++) {
            int wanted = item;
            long with = past.stream().filter(session -> contains(session, wanted)).count();
            rarity[item] = with == 0 ? 0 : Math.log(1 + (double) past.size() / with);
        }
        Map<Integer, Double> scores = new HashMap<>();
        for (var neighbour : nearest) {
            int[] clicks = past.get(neighbour.getKey()).items();
            int common = 0;
            for (int at = 0; at < clicks.length; at++) {
                if (steps.getOrDefault(clicks[at], 999)
                        <= steps.getOrDefault(clicks[common], 999)) {
                    common = at;
                }
            }
            for (int at = 0; at < clicks.length; at++) {
                double near = Math.exp(-Math.abs(at - common) / SETTINGS.placeDecay());
                if (near > 1e-9) {
                    scores.merge(
                            clicks[at],
                            neighbour.getValue() * near * rarity[clicks[at]],
                            Double::sum);
                }
            }
        }
        return scores;
    }

    private static List<PastSession> past(Random random, int items) {
        List<PastSession> past = new ArrayList<>();
        long second = 0;
        for (int session = random.nextInt(30); session > 0; session--) {
            second += random.nextInt(300_000);
            past.add(new PastSession(clicks(random, items, 10), second));
        }
        return past;
    }

    private static int[] clicks(Random random, int items, int most) {
        return random.ints(1 + random.nextInt(most), 0, items).toArray();
    }

    private static boolean contains(PastSession session, int item) {
        for (int click : session.items()) {
            if (click == item) {
                return true;
            }
        }
        return false;
    }

    private static long day(PastSession session) {
        return session.endSecond() / 86_400;
    }
}
