package io.tact.recommendation.session;

import java.util.Arrays;
import java.util.List;

/**
 * Past sessions, numbered by time: a higher number is a newer session. Rows of unequal length stand
 * behind each other in one array; row n goes from {@code starts[n]} to {@code starts[n + 1]}.
 */
public final class SessionIndex {
    private final int[] clickStarts;
    private final int[] clicks;
    private final int[] days;
    private final int[] postingStarts;
    private final int[] postings;
    private final float[] rarity;

    private SessionIndex(
            int[] clickStarts,
            int[] clicks,
            int[] days,
            int[] postingStarts,
            int[] postings,
            float[] rarity) {
        this.clickStarts = clickStarts;
        this.clicks = clicks;
        this.days = days;
        this.postingStarts = postingStarts;
        this.postings = postings;
        this.rarity = rarity;
    }

    /**
     * @param oldestFirst sessions by time
     * @param items how many items there are; every item of a session is below it
     * @param sample the most recent sessions that are kept of each item
     */
    public static SessionIndex of(List<PastSession> oldestFirst, int items, int sample) {
        int sessions = oldestFirst.size();
        int[] clickStarts = new int[sessions + 1];
        int[] days = new int[sessions];
        for (int session = 0; session < sessions; session++) {
            PastSession past = oldestFirst.get(session);
            clickStarts[session + 1] = clickStarts[session] + past.items().length;
            days[session] = (int) Math.floorDiv(past.endSecond(), 86_400L);
        }
        int[] clicks = new int[clickStarts[sessions]];
        int[] frequency = new int[items];
        int[] lastSeenIn = new int[items];
        for (int session = 0; session < sessions; session++) {
            int at = clickStarts[session];
            for (int item : oldestFirst.get(session).items()) {
                clicks[at++] = item;
                if (lastSeenIn[item] != session + 1) {
                    lastSeenIn[item] = session + 1;
                    frequency[item]++;
                }
            }
        }
        int[] postingStarts = postingStarts(frequency, sample);
        int[] postings = postings(clickStarts, clicks, postingStarts);
        return new SessionIndex(
                clickStarts, clicks, days, postingStarts, postings, rarity(frequency, sessions));
    }

    private static int[] postingStarts(int[] frequency, int sample) {
        int[] starts = new int[frequency.length + 1];
        for (int item = 0; item < frequency.length; item++) {
            starts[item + 1] = starts[item] + Math.min(frequency[item], sample);
        }
        return starts;
    }

    /** Newest first; the oldest beyond the sample find no room. */
    private static int[] postings(int[] clickStarts, int[] clicks, int[] postingStarts) {
        int items = postingStarts.length - 1;
        int[] postings = new int[postingStarts[items]];
        int[] next = Arrays.copyOf(postingStarts, items);
        for (int session = clickStarts.length - 2; session >= 0; session--) {
            for (int at = clickStarts[session]; at < clickStarts[session + 1]; at++) {
                int item = clicks[at];
                boolean known =
                        next[item] > postingStarts[item] && postings[next[item] - 1] == session;
                if (!known && next[item] < postingStarts[item + 1]) {
                    postings[next[item]++] = session;
                }
            }
        }
        return postings;
    }

    /** Inverse document frequency; 0 for an item of no session. */
    private static float[] rarity(int[] frequency, int sessions) {
        float[] rarity = new float[frequency.length];
        for (int item = 0; item < frequency.length; item++) {
            rarity[item] =
                    frequency[item] == 0
                            ? 0
                            : (float) Math.log(1.0 + (double) sessions / frequency[item]);
        }
        return rarity;
    }

    public int sessions() {
        return days.length;
    }

    public int items() {
        return rarity.length;
    }

    public int clicks() {
        return clicks.length;
    }

    int clickStart(int session) {
        return clickStarts[session];
    }

    int click(int at) {
        return clicks[at];
    }

    int postingStart(int item) {
        return postingStarts[item];
    }

    int posting(int at) {
        return postings[at];
    }

    float rarity(int item) {
        return rarity[item];
    }

    /** How many days before the newest session. */
    int age(int session) {
        return days[days.length - 1] - days[session];
    }
}
