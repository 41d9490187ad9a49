package io.tact.profile.retention;

import io.tact.profile.retention.Periods.KeptFor;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long what is kept (Art. 13(2)(a) GDPR). */
@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "retention")
public class RetentionResource {
    private final Periods periods;

    RetentionResource(Periods periods) {
        this.periods = periods;
    }

    @GET
    @Operation(
            summary = "How long what is kept",
            description =
                    "For everybody to see; of nobody in particular. GET /v1/me/data says of each event and value until when"
                            + " it is used for what.")
    @APIResponse(responseCode = "200", description = "The periods in force")
    public KeptFor periods() {
        return periods.inForce();
    }
}
