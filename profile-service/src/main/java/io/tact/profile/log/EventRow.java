package io.tact.profile.log;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the event log, as the function {@code accept} takes it. */
@JsonNaming(SnakeCaseStrategy.class)
public record EventRow(
        int position,
        LocalDate day,
        boolean dated,
        String eventId,
        String source,
        String sourceKind,
        String ground,
        String messageId,
        String type,
        String name,
        String identityKey,
        List<String> identities,
        List<String> purposes,
        Instant at,
        @Nullable Instant timestamp,
        @Nullable Instant originalTimestamp,
        @Nullable Instant sentAt,
        @Nullable String sessionId,
        @Nullable String orderId,
        List<PublishedEvent.Product> products,
        @JsonRawValue @Nullable String properties,
        @JsonRawValue @Nullable String said,
        PublishedEvent published) {

    public static EventRow of(int position, TrackedEvent event, Source source, Kept kept) {
        PublishedEvent published = PublishedEvent.of(event, source, kept);
        // a contract needs the order and not what else was said with it
        boolean isWhole = !kept.purposes().isEmpty();
        return new EventRow(
                position,
                event.times().day(),
                event.times().isStated(),
                published.eventId(),
                published.source(),
                published.sourceKind(),
                published.ground(),
                event.messageId(),
                published.type(),
                published.name(),
                published.identityKey(),
                published.identities(),
                published.purposes(),
                event.times().at(),
                event.times().timestamp(),
                event.times().originalTimestamp(),
                event.times().sentAt(),
                event.sessionId(),
                event.orderId(),
                published.products(),
                isWhole ? event.properties() : null,
                isWhole ? event.said() : null,
                published);
    }
}
