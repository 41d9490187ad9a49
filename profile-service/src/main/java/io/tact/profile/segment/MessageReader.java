package io.tact.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.profile.event.EventId;
import io.tact.profile.event.EventTimes;
import io.tact.profile.event.EventType;
import io.tact.profile.event.StatedTrait;
import io.tact.profile.event.Subject;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.segment.Reading.NotUnderstood;
import io.tact.profile.segment.Reading.Understood;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands Segment's messages. */
@ApplicationScoped
public class MessageReader {
    private static final int LARGEST = 64 * 1_024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MESSAGE_ID = 255;

    private final Subjects subjects;

    public MessageReader(IdentityKeys keys) {
        this.subjects = new Subjects(keys);
    }

    public Reading read(Message message) {
        try {
            refuseUnlessStorable(message.body());
            List<String> leftOut = new ArrayList<>();
            JsonNode body = SensitiveTraits.leaveOut(message.body(), leftOut);
            return new Understood(understand(message.saying(body)), leftOut);
        } catch (Unreadable unreadable) {
            return new NotUnderstood(unreadable.reason(), unreadable.field());
        }
    }

    /** Before anything looks at what it says, which takes as long as it is large. */
    private static void refuseUnlessStorable(JsonNode body) throws Unreadable {
        refuseUnless(body.isObject(), Reason.NOT_AN_OBJECT);
        String whole = body.toString();
        refuseUnless(whole.length() <= LARGEST, Reason.TOO_LARGE);
        refuseUnless(!whole.contains("\\u0000"), Reason.UNSTORABLE_CHARACTER);
    }

    private TrackedEvent understand(Message message) throws Unreadable {
        JsonNode body = message.body();

        DeclaredFields.check(body, message.source().collects());
        EventType type = type(message);
        String name = name(body, type);
        boolean isOrder = type == EventType.TRACK && TrackedEvent.isOrder(name);
        refuseUnless(!isOrder || !message.source().isBrowser(), Reason.ORDER_FROM_BROWSER);
        String messageId = messageId(body);
        Subject subject = subjects.of(message, type);
        JsonNode properties = body.path("properties");
        JsonNode context = body.path("context");
        return new TrackedEvent(
                EventId.of(
                        message.source(), messageId, Fields.text(body, "anonymousId").orElse(null)),
                messageId,
                type,
                name,
                subject,
                times(message),
                Sessions.of(context, properties).orElse(null),
                Commerce.products(properties),
                Commerce.orderId(properties).orElse(null),
                properties.isObject() && !properties.isEmpty() ? properties.toString() : null,
                Said.besides(body),
                type == EventType.IDENTIFY
                        ? Traits.of(Traits.ofSubject(body))
                        : List.<StatedTrait>of(),
                CategoryPreferences.of(context));
    }

    private static EventType type(Message message) throws Unreadable {
        Optional<String> stated =
                Optional.ofNullable(message.type()).or(() -> Fields.text(message.body(), "type"));
        return stated.flatMap(EventType::ofWire)
                .orElseThrow(() -> new Unreadable(Reason.TYPE_UNKNOWN));
    }

    private static String name(JsonNode body, EventType type) throws Unreadable {
        if (type != EventType.TRACK) {
            return type.wire();
        }
        String name =
                Fields.text(body, "event")
                        .orElseThrow(() -> new Unreadable(Reason.EVENT_NAME_MISSING));
        refuseUnless(name.length() <= LONGEST_NAME, Reason.EVENT_NAME_TOO_LONG);
        return name;
    }

    private static String messageId(JsonNode body) throws Unreadable {
        String messageId =
                Fields.text(body, "messageId").orElseGet(() -> "tact-" + UUID.randomUUID());
        refuseUnless(messageId.length() <= LONGEST_MESSAGE_ID, Reason.MESSAGE_ID_TOO_LONG);
        return messageId;
    }

    private static EventTimes times(Message message) throws Unreadable {
        JsonNode body = message.body();
        EventTimes times =
                EventTimes.of(
                        message.source().kind(),
                        stated(body, "timestamp"),
                        stated(body, "originalTimestamp"),
                        Stream.concat(
                                        Fields.text(body, "sentAt").stream(),
                                        Stream.ofNullable(message.sentAt()))
                                .flatMap(text -> Fields.time(text).stream())
                                .findFirst()
                                .orElse(null),
                        message.receivedAt());
        refuseUnless(!times.isInFuture(), Reason.TIME_IN_FUTURE);
        return times;
    }

    private static @Nullable Instant stated(JsonNode body, String field) throws Unreadable {
        Optional<String> text = Fields.text(body, field);
        Optional<Instant> time = text.flatMap(Fields::time);
        refuseUnless(text.isEmpty() || time.isPresent(), Reason.TIME_MALFORMED);
        return time.orElse(null);
    }

    private static void refuseUnless(boolean good, Reason reason) throws Unreadable {
        if (!good) {
            throw new Unreadable(reason);
        }
    }
}
