package io.tact.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.Neighbourly;
import io.tact.recommendation.session.PastSession;
import io.tact.recommendation.session.Scratch;
import io.tact.recommendation.session.SessionIndex;
import io.tact.recommendation.session.SessionNeighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Serenade's example data: the next item after each click of valid.txt, the clicked item itself not
 * among the answers, earlier ones allowed. Serenade's plain weights reach .663 / .321 here.
 */
class SessionQualityTest {
    private static final int AMONG = 20;

    private final Map<String, Integer> places = new HashMap<>();

    @Test
    void nextClickIsAmongTheFirstTwentyAsOftenAsItShouldBe() {
        List<PastSession> train = sessions("serenade-example/train.txt");
        int known = places.size();
        List<PastSession> valid = sessions("serenade-example/valid.txt");
        var neighbours =
                new SessionNeighbours(
                        SessionIndex.of(train, places.size(), NeighbourSettings.DEFAULTS.sample()),
                        NeighbourSettings.DEFAULTS);
        var scratch = new Scratch(NeighbourSettings.DEFAULTS);
        int queries = 0;
        int hits = 0;
        double reciprocal = 0;
        for (PastSession session : valid) {
            int[] clicks = Arrays.stream(session.items()).filter(item -> item < known).toArray();
            for (int next = 1; next < clicks.length; next++) {
                int last = clicks[next - 1];
                var found =
                        neighbours.of(
                                Arrays.copyOf(clicks, next), item -> item != last, AMONG, scratch);
                int rank = found.stream().map(Neighbourly::item).toList().indexOf(clicks[next]);
                queries++;
                if (rank >= 0) {
                    hits++;
                    reciprocal += 1.0 / (rank + 1);
                }
            }
        }

        System.out.printf(
                "Serenade example, valid.txt: %d sessions, %d queries, HR@20 %.4f, MRR@20 %.4f%n",
                train.size(), queries, (double) hits / queries, reciprocal / queries);
        assertThat((double) hits / queries).isGreaterThan(0.66);
        assertThat(reciprocal / queries).isGreaterThan(0.36);
    }

    private List<PastSession> sessions(String file) {
        Map<String, List<double[]>> clicks = new LinkedHashMap<>();
        SharedFiles.forEachRow(
                file,
                row -> {
                    int item = places.computeIfAbsent(row[1], id -> places.size());
                    clicks.computeIfAbsent(row[0], id -> new ArrayList<>())
                            .add(new double[] {item, Double.parseDouble(row[2])});
                });
        return clicks.values().stream()
                .map(SessionQualityTest::session)
                .sorted(Comparator.comparingLong(PastSession::endSecond))
                .toList();
    }

    private static PastSession session(List<double[]> clicks) {
        clicks.sort(Comparator.comparingDouble(click -> click[1]));
        return new PastSession(
                clicks.stream().mapToInt(click -> (int) click[0]).toArray(),
                (long) clicks.get(clicks.size() - 1)[1]);
    }
}
