package io.tact.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One kill of a run.
 *
 * @param victim index of who is hit
 * @param after how long the load has run by then
 * @param down how long the victim stays down
 */
record Blow(int victim, Duration after, Duration down) {
    private static final int EARLIEST_MILLIS = 200;
    private static final int LATEST_MILLIS = 2_500;
    private static final int LONGEST_DOWN_MILLIS = 2_500;

    /** The same seed deals the same blows; nobody is hit again before all the others were. */
    static List<Blow> deal(Random random, int rounds, int victims) {
        var blows = new ArrayList<Blow>();
        while (blows.size() < rounds) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, victims).boxed().toList());
            Collections.shuffle(order, random);
            order.forEach(victim -> blows.add(new Blow(victim, moment(random), pause(random))));
        }
        return List.copyOf(blows.subList(0, rounds));
    }

    private static Duration moment(Random random) {
        return Duration.ofMillis(EARLIEST_MILLIS + random.nextInt(LATEST_MILLIS - EARLIEST_MILLIS));
    }

    private static Duration pause(Random random) {
        return Duration.ofMillis(random.nextInt(LONGEST_DOWN_MILLIS));
    }
}
