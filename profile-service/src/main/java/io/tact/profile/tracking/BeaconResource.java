package io.tact.profile.tracking;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.tact.profile.tracking.Intake.Taken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For a page that is being left: RudderStack's script can then send no headers. */
@Path("/beacon/v1/batch")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
@Blocking
public class BeaconResource {
    private final Intake intake;

    BeaconResource(Intake intake) {
        this.intake = intake;
    }

    @POST
    @Operation(summary = "Take several events, with the key in the address")
    @APIResponse(responseCode = "200", description = "All of it is durable")
    @APIResponse(responseCode = "401", description = "Not the key of a registered source")
    public Uni<Taken> batch(
            @RestQuery @Nullable String writeKey, InputStream body, @Context HttpHeaders headers) {
        return intake.batch(GivenWriteKey.inQuery(writeKey), body, headers);
    }
}
