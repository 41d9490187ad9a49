package io.tact.evaluate;

import io.tact.evaluate.Measured.Sums;
import io.tact.recommendation.session.PastSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The next item after each click, from the clicks before it. The item that was clicked last is
 * never an answer, one that was seen earlier may be: people go back. Items that the training file
 * does not know are left out.
 */
final class SessionEvaluation {
    static final int AMONG = 20;

    private final List<int[]> sessions;
    private final int[] frequency;
    private final Lists lists;
    private final long seed;

    /**
     * @param frequency how often each item is in the training file; all that follow are unknown
     */
    SessionEvaluation(List<PastSession> test, int[] frequency, Lists lists, long seed) {
        this.frequency = frequency.clone();
        this.lists = lists;
        this.seed = seed;
        this.sessions = new ArrayList<>();
        for (PastSession one : test) {
            int[] known =
                    Arrays.stream(one.items()).filter(item -> item < frequency.length).toArray();
            if (known.length > 1) {
                sessions.add(known);
            }
        }
    }

    Measured measure(Suggesting suggesting) {
        var shown = new Shown(frequency);
        Sums[] units = new Sums[sessions.size()];
        for (int session = 0; session < units.length; session++) {
            units[session] = measure(suggesting, sessions.get(session), shown);
        }
        return new Measured(suggesting.name(), units, shown.coverage(), shown.popularity(), seed);
    }

    private Sums measure(Suggesting suggesting, int[] clicks, Shown shown) {
        Sums sums = Sums.NONE;
        for (int next = 1; next < clicks.length; next++) {
            List<Suggestion> list = suggesting.suggest(Arrays.copyOf(clicks, next), AMONG);
            Set<Integer> right = Set.of(clicks[next]);
            int rank = Ranks.first(list, right);
            shown.add(list);
            lists.add(suggesting.name(), clicks[next - 1], list);
            sums =
                    sums.plus(
                            new Sums(
                                    1,
                                    rank > 0 ? 1 : 0,
                                    rank > 0 ? 1.0 / rank : 0,
                                    Ranks.gain(list, right, AMONG),
                                    AMONG,
                                    list.size(),
                                    0));
        }
        return sums;
    }
}
