package io.tact.recommendation.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.recommendation.ranking.Ranked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PopularityTest {
    private static final PopularitySettings SETTINGS = new PopularitySettings(7, 10);

    private final Interest views = new Interest();
    private final Interest orders = new Interest();

    @Test
    void orderCountsAsTenViews() {
        orders.add(0, 100);
        views.add(1, 100);
        views.add(1, 100);

        assertThat(ranked()).containsExactly(new Ranked(0, 1), new Ranked(1, 0.2));
    }

    @Test
    void afterAHalfLifeItCountsHalf() {
        views.add(0, 93);
        views.add(1, 100);

        assertThat(ranked()).containsExactly(new Ranked(1, 1), new Ranked(0, 0.5));
    }

    @Test
    void timePassingAloneChangesNothing() {
        views.add(0, 93);
        views.add(1, 100);
        var later = new Interest();
        later.add(0, 893);
        later.add(1, 900);

        assertThat(Popularity.of(later, new Interest(), 3, SETTINGS).ranked()).isEqualTo(ranked());
    }

    @Test
    void equalOnesStandInTheOrderOfTheCatalogue() {
        views.add(2, 100);
        views.add(0, 100);

        assertThat(ranked()).extracting(Ranked::item).containsExactly(0, 2);
    }

    @Test
    void whatNobodyWantedIsNotPopular() {
        assertThat(ranked()).isEmpty();
    }

    @Test
    void orderOfArrivalDoesNotMatterToTheLastBit() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<int[]> facts = new ArrayList<>();
        for (int fact = 0; fact < 5_000; fact++) {
            facts.add(new int[] {random.nextInt(50), random.nextInt(400)});
        }
        facts.forEach(fact -> views.add(fact[0], fact[1]));
        Collections.shuffle(facts, random);
        var shuffled = new Interest();
        facts.forEach(fact -> shuffled.add(fact[0], fact[1]));

        assertThat(Popularity.of(shuffled, orders, 50, SETTINGS).ranked())
                .as("seed %d", seed)
                .isEqualTo(Popularity.of(views, orders, 50, SETTINGS).ranked());
    }

    private List<Ranked> ranked() {
        return Popularity.of(views, orders, 3, SETTINGS).ranked();
    }
}
