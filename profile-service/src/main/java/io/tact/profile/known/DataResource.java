package io.tact.profile.known;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.profile.linking.FindMine;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The right of access (Art. 15 GDPR). */
@Path("/v1/me/data")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
public class DataResource {
    private final FindMine mine;
    private final ReadKnown known;
    private final CurrentCaller caller;

    DataResource(FindMine mine, ReadKnown known, CurrentCaller caller) {
        this.mine = mine;
        this.known = known;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Everything known about me",
            description =
                    "Of the identities that the request proves; where it proves a customer, also of all that are the same person as"
                            + " the account now. A visitor's token alone reaches that visitor and no other identity, even where"
                            + " they are linked. The latest 500 events; more says whether there are older ones, and"
                            + " GET /v1/me/export has them all.")
    @APIResponse(
            responseCode = "200",
            description = "Identities, links, values and events",
            content = @Content(schema = @Schema(implementation = KnownAboutMe.class)))
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    public Uni<KnownAboutMe> data() {
        return mine.of(caller.required()).chain(known::about);
    }
}
