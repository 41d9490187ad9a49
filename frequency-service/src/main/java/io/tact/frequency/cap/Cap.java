package io.tact.frequency.cap;

import io.tact.frequency.cap.Window.Lifetime;
import io.tact.frequency.cap.Window.Rolling;
import java.util.stream.LongStream;

/**
 * A rule, applied to one label of a contender.
 *
 * @param whole count all impressions of the session, whatever their labels: without {@code
 *     marketing} no more than their number is looked at. It is what makes a refusal never yield
 *     more than a grant: where a session rule stops one who granted, at least that many were shown.
 */
public record Cap(CapRule rule, Label label, boolean whole) {

    /** How many impressions count now. */
    public int count(History history, long now) {
        return (int)
                history.impressions().stream()
                        .filter(impression -> impression.countsAt(now))
                        .filter(impression -> whole || impression.labels().contains(label))
                        .filter(impression -> isWithin(impression, history, now))
                        .count();
    }

    public boolean blocks(History history, long now) {
        return count(history, now) >= rule.limit();
    }

    /** The instants at which the count may fall without anybody doing anything. */
    LongStream instants(History history) {
        LongStream expiries =
                history.impressions().stream()
                        .filter(Impression::pending)
                        .mapToLong(impression -> impression.at() + Impression.EXPIRY);
        return LongStream.concat(expiries, windowEnds(history));
    }

    private LongStream windowEnds(History history) {
        if (rule.window() instanceof Rolling rolling) {
            long length = rolling.length().toMillis();
            return history.impressions().stream().mapToLong(impression -> impression.at() + length);
        }
        if (rule.window() instanceof Lifetime) {
            return LongStream.empty();
        }
        return history.sitting().stream()
                .flatMapToLong(
                        sitting ->
                                LongStream.of(
                                        sitting.visited() + Sitting.IDLE,
                                        sitting.started() + Sitting.HARD));
    }

    private boolean isWithin(Impression impression, History history, long now) {
        if (rule.window() instanceof Rolling rolling) {
            return !impression.fleeting() && impression.at() > now - rolling.length().toMillis();
        }
        if (rule.window() instanceof Lifetime) {
            return !impression.fleeting();
        }
        return history.sitting()
                .filter(sitting -> sitting.isOpenAt(now))
                .filter(sitting -> impression.session() == sitting.mark())
                .isPresent();
    }
}
