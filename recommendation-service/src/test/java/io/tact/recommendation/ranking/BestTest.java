package io.tact.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestTest {
    @Test
    void bestComeFirstAndEqualOnesByTheirPlace() {
        var best = new Best(3);

        best.offer(5, 1.0);
        best.offer(2, 3.0);
        best.offer(9, 2.0);
        best.offer(1, 1.0);

        assertThat(best.list())
                .containsExactly(new Ranked(2, 3.0), new Ranked(9, 2.0), new Ranked(1, 1.0));
    }

    @Test
    void emptyWhenNothingWasOfferedOrAllWasCleared() {
        var best = new Best(1);
        assertThat(best.list()).isEmpty();

        best.offer(1, 1);
        best.clear();

        assertThat(best.list()).isEmpty();
    }

    @Test
    void keepsAtLeastOne() {
        assertThatThrownBy(() -> new Best(0)).hasMessageContaining("not 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 100})
    void keepsWhatSortingWouldKeep(int most) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Ranked> all = new ArrayList<>();
        var best = new Best(most);
        for (int item = 0; item < 10; item++) {
            double score = random.nextInt(4);
            all.add(new Ranked(item, score));
            best.offer(item, score);
        }

        assertThat(best.list())
                .as("seed %d", seed)
                .isEqualTo(
                        all.stream()
                                .sorted(
                                        Comparator.comparingDouble(Ranked::score)
                                                .reversed()
                                                .thenComparingInt(Ranked::item))
                                .limit(most)
                                .toList());
    }
}
