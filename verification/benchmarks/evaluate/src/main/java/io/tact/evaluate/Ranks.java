package io.tact.evaluate;

import java.util.List;
import java.util.Set;

/** How good one list is. */
final class Ranks {
    private Ranks() {}

    /** Of the first right answer, from 1; 0 if there is none. */
    static int first(List<Suggestion> list, Set<Integer> right) {
        for (int place = 0; place < list.size(); place++) {
            if (right.contains(list.get(place).item())) {
                return place + 1;
            }
        }
        return 0;
    }

    /** What the right answers gain, each less the further down, of what the best list would. */
    static double gain(List<Suggestion> list, Set<Integer> right, int most) {
        double gain = 0;
        for (int place = 0; place < list.size(); place++) {
            gain += right.contains(list.get(place).item()) ? discount(place) : 0;
        }
        double best = 0;
        for (int place = 0; place < Math.min(most, right.size()); place++) {
            best += discount(place);
        }
        return best == 0 ? 0 : gain / best;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
