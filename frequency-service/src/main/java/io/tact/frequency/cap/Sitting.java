package io.tact.frequency.cap;

/**
 * A session as far as it is known: it ends 30 minutes after its last visit, and 24 hours after its
 * first at the latest. Its ends depend on when somebody came, never on what was shown, so that they
 * are the same for one who allowed more and one who allowed less.
 *
 * @param started first visit, in milliseconds since 1970
 * @param visited last visit
 * @param mark what impressions of this session carry; never 0
 */
public record Sitting(long started, long visited, long mark) {
    public static final long IDLE = 30 * 60_000L;
    public static final long HARD = 24 * 60 * 60_000L;

    private static final long TAG = (1L << ImpressionId.TIME_SHIFT) - 1;

    /**
     * @param tag tells the sessions of one person apart
     */
    public static Sitting of(long started, long visited, long tag) {
        return new Sitting(started, visited, mark(started, tag));
    }

    public static long mark(long started, long tag) {
        return started << ImpressionId.TIME_SHIFT | tag & TAG;
    }

    public boolean isOpenAt(long now) {
        return now < visited + IDLE && now < started + HARD;
    }
}
