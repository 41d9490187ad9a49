package io.tact.profile.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.profile.acceptance.AcceptEvents;
import io.tact.profile.acceptance.Delivery;
import io.tact.profile.event.EventType;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import io.tact.profile.tracking.BodyBudget.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From the bytes that a client sent to a delivery, whichever client it is. */
@ApplicationScoped
class Intake {
    private final AcceptEvents events;
    private final Sources sources;
    private final BodyBudget budget;
    private final CurrentCaller caller;
    private final RequestId requestId;

    /**
     * To understand a batch is work for a core. With all cores at it those who read would wait for
     * one.
     */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    Intake(
            AcceptEvents events,
            Sources sources,
            BodyBudget budget,
            CurrentCaller caller,
            RequestId requestId) {
        this.events = events;
        this.sources = sources;
        this.budget = budget;
        this.caller = caller;
        this.requestId = requestId;
    }

    /** What all of these clients expect, the body as well as the 200. */
    public record Taken(boolean success) {}

    /** A body that is one message. */
    Uni<Taken> single(EventType type, Optional<String> key, InputStream body, HttpHeaders headers) {
        return take(type, key, body, headers.getLength(), SegmentBody::single);
    }

    Uni<Taken> batch(Optional<String> key, InputStream body, HttpHeaders headers) {
        return take(null, key, body, headers.getLength(), SegmentBody::batch);
    }

    private Uni<Taken> take(
            @Nullable EventType type,
            Optional<String> key,
            InputStream body,
            int length,
            Function<ObjectNode, SegmentBody> messages) {
        // a wrong key is refused before its body is read
        Optional<Source> known = key.map(this::source);
        Share share = budget.reserve(length);
        try {
            byte[] received = TrackingBody.receive(body);
            return understood(type, known, received, share, messages)
                    .onTermination()
                    .invoke(share::release)
                    .replaceWith(new Taken(true));
        } catch (RuntimeException refused) {
            share.release();
            throw refused;
        }
    }

    private Uni<Void> understood(
            @Nullable EventType type,
            Optional<Source> known,
            byte[] received,
            Share share,
            Function<ObjectNode, SegmentBody> messages) {
        turns.acquireUninterruptibly();
        try {
            ObjectNode sent = TrackingBody.parse(TrackingBody.unpack(received, share));
            Source source = known.orElseGet(() -> source(GivenWriteKey.inBody(sent).orElse("")));
            return events.accept(delivery(type, source, messages.apply(sent)));
        } finally {
            turns.release();
        }
    }

    private Delivery delivery(@Nullable EventType type, Source source, SegmentBody body) {
        Caller sender = caller.get();
        return new Delivery(
                source,
                type == null ? null : type.wire(),
                body.sentAt(),
                body.messages(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                requestId.get(),
                sender.shown().stream().map(ConsentSeq::header).toList(),
                sender.privacySignal());
    }

    private Source source(String writeKey) {
        return sources.of(writeKey).orElseThrow(TrackingProblem::unknownKey);
    }
}
