package io.tact.frequency.conversion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.frequency.cap.Label;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of {@code profile.event.v1} that stopping needs. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OrderEvent(
        @JsonProperty(required = true) String type,
        @Nullable String name,
        @Nullable String identityKey,
        @Nullable List<String> identities,
        @Nullable String person,
        @Nullable List<Product> products,
        @Nullable Instant receivedAt) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(@Nullable String productId) {}

    boolean isOrder() {
        return "track".equals(type) && "Order Completed".equals(name);
    }

    /** Everybody whom this order may be of; for stopping only, never for linking. */
    Set<String> everybody() {
        var all = new LinkedHashSet<String>();
        if (identityKey != null) {
            all.add(identityKey);
        }
        if (identities != null) {
            identities.stream().flatMap(Stream::ofNullable).forEach(all::add);
        }
        if (person != null) {
            all.add(person);
        }
        return all;
    }

    /** An order that does not say when it came is an old one. */
    Instant known() {
        return receivedAt == null ? Instant.MIN : receivedAt;
    }

    /** What it holds, as far as it can be advertised. */
    Set<String> items() {
        return products == null
                ? Set.of()
                : products.stream()
                        .flatMap(Stream::ofNullable)
                        .map(Product::productId)
                        .flatMap(Stream::ofNullable)
                        .filter(Label::canBeProduct)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
