package io.tact.evaluate;

import io.tact.recommendation.ranking.Best;
import io.tact.recommendation.session.PastSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * VMIS-kNN with Serenade's own weights, written for clearness: the sample of the most recent
 * sessions, a linear weight of each click, a linear weight of the last item in common, and the
 * inverse document frequency. The items of a session are a set.
 */
final class PlainWeights implements Suggesting {
    /** As in Serenade's own evaluation. */
    private static final int SAMPLE = 1_500;

    private static final int NEIGHBOURS = 500;
    private static final int LONGEST = 3;

    private final List<Set<Integer>> sessions;
    private final List<List<Integer>> newestFirst;

    PlainWeights(List<PastSession> oldestFirst, int items) {
        this.sessions = new ArrayList<>();
        this.newestFirst = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            newestFirst.add(new ArrayList<>());
        }
        for (PastSession past : oldestFirst) {
            var set = new HashSet<Integer>();
            Arrays.stream(past.items()).forEach(set::add);
            sessions.add(set);
        }
        for (int session = sessions.size() - 1; session >= 0; session--) {
            for (int item : sessions.get(session)) {
                newestFirst.get(item).add(session);
            }
        }
    }

    @Override
    public String name() {
        return "Serenade's weights";
    }

    @Override
    public List<Suggestion> suggest(int[] clicks, int most) {
        int[] evolving =
                Arrays.copyOfRange(clicks, Math.max(0, clicks.length - LONGEST), clicks.length);
        var scores = new HashMap<Integer, Double>();
        nearest(evolving)
                .forEach(
                        neighbour -> {
                            Set<Integer> theirs = sessions.get(neighbour.getKey());
                            double weight = weight(evolving, theirs) * neighbour.getValue();
                            theirs.forEach(
                                    item -> scores.merge(item, weight * rarity(item), Double::sum));
                        });
        scores.remove(evolving[evolving.length - 1]);
        var best = new Best(most);
        scores.forEach(best::offer);
        return best.list().stream()
                .map(one -> new Suggestion(one.item(), one.score(), name()))
                .toList();
    }

    /** The most alike of the most recent that have an item in common. */
    private List<Map.Entry<Integer, Double>> nearest(int[] evolving) {
        long different = Arrays.stream(evolving).distinct().count();
        var likeness = new HashMap<Integer, Double>();
        var seen = new HashSet<Integer>();
        for (int at = evolving.length - 1; at >= 0; at--) {
            if (seen.add(evolving[at])) {
                double weight = (double) (at + 1) / different;
                List<Integer> holding = newestFirst.get(evolving[at]);
                holding.subList(0, Math.min(SAMPLE, holding.size()))
                        .forEach(session -> likeness.merge(session, weight, Double::sum));
            }
        }
        Set<Integer> sample =
                new HashSet<>(
                        likeness.keySet().stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(SAMPLE)
                                .toList());
        return likeness.entrySet().stream()
                .filter(one -> sample.contains(one.getKey()))
                .sorted(
                        Map.Entry.<Integer, Double>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey())
                                .reversed())
                .limit(NEIGHBOURS)
                .toList();
    }

    /** Of the item in common that was clicked last, by its place from the end. */
    private static double weight(int[] evolving, Set<Integer> theirs) {
        int steps = 1;
        while (!theirs.contains(evolving[evolving.length - steps])) {
            steps++;
        }
        return Math.max(0, 1 - 0.1 * steps);
    }

    private double rarity(int item) {
        return Math.log((double) sessions.size() / newestFirst.get(item).size());
    }
}
