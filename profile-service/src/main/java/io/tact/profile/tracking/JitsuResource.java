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

/** Where Jitsu's clients send what are Segment's messages otherwise. */
@Path("/api/s")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
@SecurityRequirement(name = ProfileApi.WRITE_KEY)
@Blocking
public class JitsuResource {
    private final Intake intake;

    JitsuResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Path("/{call:(s2s/)?[a-z]+}")
    @Operation(
            summary = "Take one event, as Jitsu's clients send it",
            description =
                    "The call is identify, track, page, screen, group or alias; s2s/ may stand before it.")
    @APIResponse(responseCode = "200", description = "It is durable")
    @APIResponse(responseCode = "401", description = "Not the key of a registered source")
    @APIResponse(responseCode = "404", description = "There is no such call")
    public Uni<Taken> take(
            @PathParam("call") String call, InputStream body, @Context HttpHeaders headers) {
        EventType type =
                EventType.ofWire(call.replaceFirst("^s2s/", ""))
                        .orElseThrow(NotFoundException::new);
        return intake.single(type, GivenWriteKey.inHeaders(headers), body, headers);
    }
}
