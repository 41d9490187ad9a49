package io.tact.recommendation.popularity;

import java.util.Arrays;

/** Collects who wanted what on which day, in any order. */
public final class Interest {
    private long[] entries = new long[1_024];
    private int size;

    /**
     * @param item its place in the catalogue
     * @param day since 1970-01-01
     */
    public void add(int item, int day) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = ((long) day << 32) | item;
    }

    int size() {
        return size;
    }

    /**
     * Adds up, day after day, so that the sum does not hang on the order of collecting.
     *
     * @param newest the day that counts 1
     */
    void addTo(double[] scores, int times, int newest, double halfLifeDays) {
        Arrays.sort(entries, 0, size);
        for (int first = 0; first < size; ) {
            int next = first + 1;
            while (next < size && entries[next] == entries[first]) {
                next++;
            }
            int age = newest - day(first);
            scores[(int) entries[first]] +=
                    (double) times * (next - first) * Math.pow(0.5, age / halfLifeDays);
            first = next;
        }
    }

    int newest() {
        int newest = Integer.MIN_VALUE;
        for (int entry = 0; entry < size; entry++) {
            newest = Math.max(newest, day(entry));
        }
        return newest;
    }

    private int day(int entry) {
        return (int) (entries[entry] >> 32);
    }
}
