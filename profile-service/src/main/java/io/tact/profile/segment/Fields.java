package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What senders put into fields, as generously as is safe. */
final class Fields {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private Fields() {}

    /** A string or a number, without the blanks around it; empty where there is none. */
    static Optional<String> text(JsonNode object, String name) {
        JsonNode field = object.path(name);
        return field.isTextual() || field.isNumber()
                ? Optional.of(field.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** ISO 8601 with an offset, between 1970 and 9000. */
    static Optional<Instant> time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return time.isBefore(EARLIEST) || time.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(time);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
