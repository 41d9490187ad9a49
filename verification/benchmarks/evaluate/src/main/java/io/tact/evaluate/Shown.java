package io.tact.evaluate;

import java.util.List;

/** What was shown to anybody, and how popular it was. */
final class Shown {
    private final int[] frequency;
    private final int highest;
    private final boolean[] shown;
    private long slots;
    private double popularity;

    /**
     * @param frequency how often each item is in the training file
     */
    Shown(int[] frequency) {
        this.frequency = frequency.clone();
        int most = 1;
        for (int count : frequency) {
            most = Math.max(most, count);
        }
        this.highest = most;
        this.shown = new boolean[frequency.length];
    }

    void add(List<Suggestion> list) {
        for (Suggestion one : list) {
            shown[one.item()] = true;
            slots++;
            popularity += (double) frequency[one.item()] / highest;
        }
    }

    /** Of the items of the training file. */
    double coverage() {
        int could = 0;
        int was = 0;
        for (int item = 0; item < shown.length; item++) {
            could += frequency[item] > 0 ? 1 : 0;
            was += shown[item] ? 1 : 0;
        }
        return could == 0 ? 0 : (double) was / could;
    }

    double popularity() {
        return slots == 0 ? 0 : popularity / slots;
    }
}
