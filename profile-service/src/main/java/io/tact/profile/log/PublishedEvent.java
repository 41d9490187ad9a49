package io.tact.profile.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tact.consent.client.Purpose;
import io.tact.profile.event.LineItem;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.source.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code profile.event.v1} says of an event, all but the person, whom the database adds: the
 * commerce fields, and nothing that was free to be filled in.
 */
@JsonInclude(Include.NON_NULL)
public record PublishedEvent(
        String eventId,
        String type,
        String name,
        String identityKey,
        List<String> identities,
        @Nullable String sessionId,
        List<Product> products,
        @Nullable String orderId,
        Instant at,
        Instant receivedAt,
        String source,
        String sourceKind,
        String ground,
        List<String> purposes) {

    @JsonInclude(Include.NON_NULL)
    record Product(String productId, int quantity, java.math.@Nullable BigDecimal price) {
        static Product of(LineItem item) {
            return new Product(item.productId(), item.quantity(), item.price());
        }
    }

    static PublishedEvent of(TrackedEvent event, Source source, Kept kept) {
        return new PublishedEvent(
                event.id().value(),
                event.type().wire(),
                event.name(),
                event.subject().recorder().key().value(),
                event.subject().identities().stream()
                        .map(identity -> identity.key().value())
                        .toList(),
                event.sessionId(),
                event.products().stream().map(Product::of).toList(),
                event.orderId(),
                event.times().at(),
                event.times().receivedAt(),
                source.name(),
                source.kind().wire(),
                kept.ground().wire(),
                kept.purposes().stream().map(Purpose::name).sorted().toList());
    }
}
