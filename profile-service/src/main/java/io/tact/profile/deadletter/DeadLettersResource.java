package io.tact.profile.deadletter;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.web.Problems;
import io.tact.profile.deadletter.ReadDeadLetters.Letter;
import io.tact.profile.web.ProfileApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For whoever looks after the shop's sources of events. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
public class DeadLettersResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final ReadDeadLetters letters;

    DeadLettersResource(ReadDeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @RolesAllowed({"analyst", "privacy-officer"})
    @Operation(
            summary = "Messages that were not understood, and why",
            description =
                    "The latest first, for a week. Their shape and never their content, since nobody was asked yet.")
    @APIResponse(responseCode = "200", description = "One page; before the last id goes on")
    @APIResponse(responseCode = "400", description = "query-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<Page> latest(
            @RestQuery @Parameter(description = "Only of this source.") @Nullable String source,
            @RestQuery
                    @Parameter(
                            description = "An id: only older ones.",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable String before,
            @RestQuery
                    @Parameter(
                            description = "At most so many: 50, or up to 200.",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable String limit) {
        return letters.latest(
                        Optional.ofNullable(source),
                        number("before", before, Long.MAX_VALUE, Long.MAX_VALUE),
                        (int) number("limit", limit, PAGE, LARGEST_PAGE))
                .map(Page::new);
    }

    private static long number(String name, @Nullable String stated, long otherwise, long largest) {
        if (stated == null) {
            return otherwise;
        }
        if (stated.matches("[1-9][0-9]{0,17}") && Long.parseLong(stated) <= largest) {
            return Long.parseLong(stated);
        }
        throw Problems.of(
                400,
                "query-malformed",
                "This query cannot be answered",
                name + " is a number from 1 to " + largest + ".");
    }

    @Schema(name = "DeadLetters")
    record Page(List<Letter> deadLetters) {}
}
