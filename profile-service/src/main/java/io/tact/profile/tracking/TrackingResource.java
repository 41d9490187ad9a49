package io.tact.profile.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
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
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Segment's HTTP tracking API. */
@Path("/v1")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
@SecurityRequirement(name = ProfileApi.WRITE_KEY)
@APIResponse(responseCode = "200", description = "All of it is durable")
@APIResponse(responseCode = "400", description = "The body is no JSON object, or no batch")
@APIResponse(responseCode = "401", description = "Not the key of a registered source")
@APIResponse(
        responseCode = "413",
        description = "More than 4 MB unpacked, or more than 2,000 events")
@APIResponse(responseCode = "503", description = "Not stored: send it again, it counts once")
@Blocking
public class TrackingResource {
    private final AcceptEvents events;
    private final Sources sources;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final RequestId requestId;

    TrackingResource(
            AcceptEvents events,
            Sources sources,
            ObjectMapper json,
            CurrentCaller caller,
            RequestId requestId) {
        this.events = events;
        this.sources = sources;
        this.json = json;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Path("/batch")
    @Operation(
            summary = "Take several events",
            description =
                    "Plain or gzip, whatever the content type says, at most 4 MB unpacked and 2,000 events. 200 means durable. An"
                            + " event that is not understood goes to the dead letters; one that consent does not allow is counted"
                            + " and forgotten; both do not show in the answer.")
    public Uni<Taken> batch(byte[] body, @Context HttpHeaders headers) {
        return take(null, body, headers);
    }

    @POST
    @Path("/identify")
    @Operation(summary = "Take what is known about somebody")
    public Uni<Taken> identify(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.IDENTIFY, body, headers);
    }

    @POST
    @Path("/track")
    @Operation(summary = "Take one event")
    public Uni<Taken> track(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.TRACK, body, headers);
    }

    @POST
    @Path("/page")
    @Operation(summary = "Take one page view")
    public Uni<Taken> page(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.PAGE, body, headers);
    }

    @POST
    @Path("/screen")
    @Operation(summary = "Take one view of an app's screen")
    public Uni<Taken> screen(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.SCREEN, body, headers);
    }

    @POST
    @Path("/group")
    @Operation(summary = "Take to which group somebody belongs")
    public Uni<Taken> group(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.GROUP, body, headers);
    }

    @POST
    @Path("/alias")
    @Operation(summary = "Take under which name somebody was known before they were identified")
    public Uni<Taken> alias(byte[] body, @Context HttpHeaders headers) {
        return take(EventType.ALIAS, body, headers);
    }

    private Uni<Taken> take(@Nullable EventType type, byte[] bytes, HttpHeaders headers) {
        Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Optional<String> given = GivenWriteKey.inHeaders(headers);
        // a wrong key is refused before its body is unpacked
        Optional<Source> known = given.map(this::source);
        ObjectNode body = TrackingBody.read(bytes, json);
        Source source = known.orElseGet(() -> source(GivenWriteKey.inBody(body).orElse("")));
        SegmentBody messages = type == null ? SegmentBody.batch(body) : SegmentBody.single(body);
        Caller sender = caller.get();
        var delivery =
                new Delivery(
                        source,
                        type == null ? null : type.wire(),
                        messages.sentAt(),
                        messages.messages(),
                        receivedAt,
                        requestId.get(),
                        sender.shown().stream().map(ConsentSeq::header).toList(),
                        sender.privacySignal());
        return events.accept(delivery).replaceWith(new Taken(true));
    }

    private Source source(String writeKey) {
        return sources.of(writeKey).orElseThrow(TrackingProblem::unknownKey);
    }

    /** What Segment's clients expect. */
    public record Taken(boolean success) {}
}
