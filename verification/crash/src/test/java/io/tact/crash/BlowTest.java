package io.tact.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlowTest {
    @Test
    void theSameSeedDealsTheSameBlows() {
        assertThat(Blow.deal(new Random(7), 50, 3)).isEqualTo(Blow.deal(new Random(7), 50, 3));
    }

    @Test
    void nobodyIsHitAgainBeforeAllTheOthersWere() {
        List<Blow> blows = Blow.deal(new Random(7), 50, 3);

        assertThat(blows).hasSize(50);
        for (int round = 0; round + 3 <= 50; round += 3) {
            assertThat(blows.subList(round, round + 3))
                    .extracting(Blow::victim)
                    .containsExactlyInAnyOrder(0, 1, 2);
        }
    }
}
