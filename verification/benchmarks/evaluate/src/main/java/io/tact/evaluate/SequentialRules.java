package io.tact.evaluate;

import io.tact.recommendation.ranking.Best;
import io.tact.recommendation.session.PastSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What followed the last item, each less the more clicks lay between (Ludewig, Jannach 2018). */
final class SequentialRules implements Suggesting {
    private static final int FARTHEST = 10;

    private final List<Map<Integer, Double>> following = new ArrayList<>();

    SequentialRules(List<PastSession> train, int items) {
        for (int item = 0; item < items; item++) {
            following.add(new HashMap<>());
        }
        for (PastSession past : train) {
            int[] clicks = past.items();
            for (int at = 1; at < clicks.length; at++) {
                for (int steps = 1; steps <= Math.min(FARTHEST, at); steps++) {
                    if (clicks[at - steps] != clicks[at]) {
                        following
                                .get(clicks[at - steps])
                                .merge(clicks[at], 1.0 / steps, Double::sum);
                    }
                }
            }
        }
    }

    @Override
    public String name() {
        return "sequential rules";
    }

    @Override
    public List<Suggestion> suggest(int[] clicks, int most) {
        var best = new Best(most);
        following.get(clicks[clicks.length - 1]).forEach(best::offer);
        return best.list().stream()
                .map(one -> new Suggestion(one.item(), one.score(), name()))
                .toList();
    }
}
