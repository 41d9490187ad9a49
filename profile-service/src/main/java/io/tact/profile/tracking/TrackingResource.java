package io.tact.profile.tracking;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.tact.profile.event.EventType;
import io.tact.profile.tracking.Intake.Taken;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
        description = "More than 4 MB unpacked, 2,000 events, or 600,000 names and values")
@APIResponse(
        responseCode = "503",
        description = "Not stored, or busy: send it again, it counts once")
@Blocking
public class TrackingResource {
    private final Intake intake;

    TrackingResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Path("/batch")
    @Operation(
            summary = "Take several events",
            description =
                    "Plain or gzip, whatever the content type says, at most 4 MB unpacked and 2,000 events. 200 means durable. An"
                            + " event that is not understood goes to the dead letters; one that consent does not allow is counted"
                            + " and forgotten; both do not show in the answer.")
    public Uni<Taken> batch(InputStream body, @Context HttpHeaders headers) {
        return intake.batch(GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/identify")
    @Operation(summary = "Take what is known about somebody")
    public Uni<Taken> identify(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.IDENTIFY, GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/track")
    @Operation(summary = "Take one event")
    public Uni<Taken> track(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.TRACK, GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/page")
    @Operation(summary = "Take one page view")
    public Uni<Taken> page(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.PAGE, GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/screen")
    @Operation(summary = "Take one view of an app's screen")
    public Uni<Taken> screen(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.SCREEN, GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/group")
    @Operation(summary = "Take to which group somebody belongs")
    public Uni<Taken> group(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.GROUP, GivenWriteKey.inHeaders(headers), body, headers);
    }

    @POST
    @Path("/alias")
    @Operation(summary = "Take under which name somebody was known before they were identified")
    public Uni<Taken> alias(InputStream body, @Context HttpHeaders headers) {
        return intake.single(EventType.ALIAS, GivenWriteKey.inHeaders(headers), body, headers);
    }

    /** As older and smaller clients call it. */
    @POST
    @Path("/{batch:b|import}")
    @Operation(hidden = true)
    public Uni<Taken> shortBatch(InputStream body, @Context HttpHeaders headers) {
        return batch(body, headers);
    }

    /** As scripts in browsers call it: by its first letter. */
    @POST
    @Path("/{letter:[itpsga]}")
    @Operation(hidden = true)
    public Uni<Taken> letter(
            @PathParam("letter") String letter, InputStream body, @Context HttpHeaders headers) {
        EventType type = EventType.ofLetter(letter).orElseThrow(NotFoundException::new);
        return intake.single(type, GivenWriteKey.inHeaders(headers), body, headers);
    }
}
