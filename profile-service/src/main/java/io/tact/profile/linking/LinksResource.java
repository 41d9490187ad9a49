package io.tact.profile.linking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.profile.linking.LinkOutcome.Linked;
import io.tact.profile.linking.LinkOutcome.NotAllowed;
import io.tact.profile.linking.LinkOutcome.OtherDevice;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The one way in which a browser confirms that it belongs to an account. */
@Path("/v1/me/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirementsSet({
    @SecurityRequirement(name = ProfileApi.CUSTOMER),
    @SecurityRequirement(name = ProfileApi.VISITOR)
})
public class LinksResource {
    private final LinkIdentities link;
    private final CurrentCaller caller;
    private final RequestId requestId;

    LinksResource(LinkIdentities link, CurrentCaller caller, RequestId requestId) {
        this.link = link;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Operation(
            summary = "Link this browser to this account",
            description =
                    "Needs both credentials: Authorization and Tact-Visitor. Takes effect while both allow identity_link by"
                            + " their own answers; the confirmation itself stays, so that a later grant is enough.")
    @APIResponse(
            responseCode = "200",
            description = "Whether they are one person now, and if not, why")
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    @APIResponse(responseCode = "422", description = "One of the two credentials is missing")
    public Uni<Link> link() {
        Caller known = caller.required();
        if (known.customer().isEmpty() || known.visitor().isEmpty()) {
            throw Problems.of(
                    422,
                    "both-credentials-required",
                    "A link needs both ends",
                    "Send the customer's token in Authorization and the visitor's in Tact-Visitor.");
        }
        return link.link(known, requestId.get()).map(Link::of);
    }

    /**
     * @param reason {@code NOT_GRANTED}, {@code RESTRICTED}, {@code NO_LEASE}, {@code
     *     NOT_YET_SEEN}, {@code SHARED_DEVICE}, or {@code OTHER_DEVICE}: the account has a newer
     *     browser, and the two may not be joined across devices
     */
    @JsonInclude(Include.NON_NULL)
    public record Link(boolean linked, @Nullable String reason) {
        static Link of(LinkOutcome outcome) {
            if (outcome instanceof Linked) {
                return new Link(true, null);
            }
            if (outcome instanceof NotAllowed not) {
                return new Link(false, not.refusal().name());
            }
            return new Link(
                    false, outcome instanceof OtherDevice ? "OTHER_DEVICE" : "SHARED_DEVICE");
        }
    }
}
