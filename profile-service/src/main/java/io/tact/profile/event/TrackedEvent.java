package io.tact.profile.event;

import io.tact.consent.client.identity.IdentityKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An event that was understood, before anybody asked whether it may be kept.
 *
 * @param messageId the sender's, or one that was made here
 * @param name of a track event its own; of all others their type
 * @param sessionId a digest of the sender's
 * @param properties JSON object, whatever the sender put in; never published
 * @param said JSON object of all other fields, {@code context} and {@code traits} among them; never
 *     published
 * @param traits of the subject, in an identify event
 * @param statedConsent what the event says was allowed when it happened; absent if it says nothing
 */
public record TrackedEvent(
        EventId id,
        String messageId,
        EventType type,
        String name,
        Subject subject,
        EventTimes times,
        @Nullable String sessionId,
        List<LineItem> products,
        @Nullable String orderId,
        @Nullable String properties,
        @Nullable String said,
        List<StatedTrait> traits,
        Optional<StatedConsent> statedConsent) {

    /** Segment's e-commerce spec names them all so: Completed, Updated, Refunded, Cancelled. */
    public static boolean isOrder(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("order ");
    }

    public boolean isOrder() {
        return type == EventType.TRACK && isOrder(name);
    }

    /**
     * The same, of those who are left; empty if it is not theirs. What it says about its user goes
     * with the user.
     */
    public Optional<TrackedEvent> without(Predicate<IdentityKey> gone) {
        return subject.without(gone).map(this::of);
    }

    private TrackedEvent of(Subject whom) {
        boolean losesUser = whom.user() == null && subject.user() != null;
        return new TrackedEvent(
                id,
                messageId,
                type,
                name,
                whom,
                times,
                sessionId,
                products,
                orderId,
                properties,
                losesUser ? null : said,
                losesUser ? List.of() : traits,
                statedConsent);
    }
}
