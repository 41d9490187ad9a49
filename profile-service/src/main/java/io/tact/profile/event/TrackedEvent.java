package io.tact.profile.event;

import io.tact.consent.client.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event that was understood, before anybody asked whether it may be kept.
 *
 * @param messageId the sender's, or one that was made here
 * @param name of a track event its own; of all others their type
 * @param sessionId a digest of the sender's
 * @param properties JSON object, whatever the sender put in; never published
 * @param traits of the subject, in an identify event
 * @param statedPurposes what the event says was allowed when it happened; absent if it says nothing
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
        List<StatedTrait> traits,
        Optional<Set<Purpose>> statedPurposes) {

    /** Segment's e-commerce spec names them all so: Completed, Updated, Refunded, Cancelled. */
    public static boolean isOrder(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("order ");
    }

    public boolean isOrder() {
        return type == EventType.TRACK && isOrder(name);
    }
}
