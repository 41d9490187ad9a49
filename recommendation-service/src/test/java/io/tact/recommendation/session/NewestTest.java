package io.tact.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NewestTest {
    @Test
    void oldestHasToGoWhenThereIsNoRoom() {
        var newest = new Newest(2);

        assertThat(newest.put(7)).isEqualTo(Newest.NONE);
        assertThat(newest.put(3)).isEqualTo(Newest.NONE);
        assertThat(newest.isTooOld(2)).isTrue();
        assertThat(newest.isTooOld(4)).isFalse();
        assertThat(newest.put(4)).isEqualTo(3);
        assertThat(newest.put(9)).isEqualTo(4);
    }

    @Test
    void nothingIsTooOldWhileThereIsRoom() {
        assertThat(new Newest(1).isTooOld(0)).isFalse();
    }

    @Test
    void agreesWithASortedSet() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var newest = new Newest(20);
        var model = new TreeSet<Integer>();
        for (int step = 0; step < 5_000; step++) {
            int session = random.nextInt(100_000);
            boolean tooOld = model.size() == 20 && session < model.first();
            assertThat(newest.isTooOld(session)).as("seed %d", seed).isEqualTo(tooOld);
            if (!tooOld && model.add(session)) {
                Integer gone = model.size() > 20 ? model.pollFirst() : Integer.valueOf(Newest.NONE);
                assertThat(newest.put(session)).as("seed %d", seed).isEqualTo(gone);
            }
        }
    }
}
