package io.tact.profile.event;

import io.tact.profile.source.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, and the four times from which that is known.
 *
 * @param at what counts
 * @param timestamp when it happened, by the sender's clock
 * @param originalTimestamp the same, under the name that some senders give it
 * @param sentAt when it was sent, by the sender's clock
 * @param receivedAt when it was received, by ours
 */
public record EventTimes(
        Instant at,
        @Nullable Instant timestamp,
        @Nullable Instant originalTimestamp,
        @Nullable Instant sentAt,
        Instant receivedAt) {
    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);
    private static final Duration TOLERATED_FUTURE = Duration.ofHours(24);

    /**
     * Moves the time of a sender whose clock is wrong by more than five minutes. A clock that is
     * ahead shows without doubt. One that is behind looks like a delay: a browser stamps each
     * attempt anew, so there it is the clock; a server's clock is right and its library may keep
     * {@code sentAt} through retries, so there it is the retry, which must not move the event.
     */
    public static EventTimes of(
            SourceKind sender,
            @Nullable Instant timestamp,
            @Nullable Instant originalTimestamp,
            @Nullable Instant sentAt,
            Instant receivedAt) {
        Instant stated = timestamp != null ? timestamp : originalTimestamp;
        Instant at = stated == null ? receivedAt : stated.plus(skew(sender, sentAt, receivedAt));
        return new EventTimes(at, timestamp, originalTimestamp, sentAt, receivedAt);
    }

    private static Duration skew(SourceKind sender, @Nullable Instant sentAt, Instant receivedAt) {
        if (sentAt == null) {
            return Duration.ZERO;
        }
        Duration skew = Duration.between(sentAt, receivedAt);
        boolean isClock = skew.isNegative() || sender == SourceKind.BROWSER;
        return isClock && skew.abs().compareTo(TOLERATED_SKEW) > 0 ? skew : Duration.ZERO;
    }

    /** Whether the sender said when it happened. */
    public boolean isStated() {
        return timestamp != null || originalTimestamp != null;
    }

    /**
     * The day under which an event is known again when it is sent again: by what the sender stated,
     * since that is the same in every attempt.
     */
    public LocalDate day() {
        Instant stated = timestamp != null ? timestamp : originalTimestamp;
        return LocalDate.ofInstant(stated == null ? receivedAt : stated, ZoneOffset.UTC);
    }

    /** Nobody knows what happens in more than a day. */
    public boolean isInFuture() {
        return at.isAfter(receivedAt.plus(TOLERATED_FUTURE));
    }
}
