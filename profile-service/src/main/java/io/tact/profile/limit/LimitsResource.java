package io.tact.profile.limit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.limit.LimitStore.Limited;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Restriction of processing (Art. 18 GDPR), and objection to profiling (Art. 21). */
@Path("/v1/me/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
@APIResponse(responseCode = "401", description = "No credentials, or bad ones")
public class LimitsResource {
    private final LimitStore store;
    private final LimitUse limit;
    private final CurrentCaller caller;
    private final RequestId requestId;

    LimitsResource(LimitStore store, LimitUse limit, CurrentCaller caller, RequestId requestId) {
        this.store = store;
        this.limit = limit;
        this.caller = caller;
        this.requestId = requestId;
    }

    @GET
    @Operation(
            summary = "What I do not want, whatever I have allowed",
            description =
                    "Of the identities that the request proves: what any of them does not want.")
    @APIResponse(responseCode = "200", description = "Restricted, objected, both or neither")
    public Uni<MyLimits> mine() {
        return store.of(caller.required().keys()).map(MyLimits::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Restrict the use of my data, object to being profiled, or lift that",
            description =
                    "Restricted: what is known of me is kept and shown to me, and used for nothing optional, in every service."
                            + " Objected: nothing is concluded about me, and nothing from what I did or ordered. A no is"
                            + " also that of all identities that are linked to mine; it is lifted only for those that the request"
                            + " proves. It counts on the next request.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Change.class)))
    @APIResponse(responseCode = "200", description = "How it is now")
    @APIResponse(responseCode = "400", description = "body-malformed")
    public Uni<MyLimits> change(@Nullable String body) {
        Caller known = caller.required();
        Change change = StrictJson.read(body, Change.class);
        if (change.isEmpty()) {
            throw Problems.bodyMalformed("Send restricted, objected, or both.");
        }
        return limit.change(known, change, requestId.get()).map(MyLimits::of);
    }

    /**
     * @param restricted what is known of me is kept, and used for nothing optional
     * @param objected nothing is concluded about me, and nothing from what I did
     * @param at of the latest change; absent where there never was one
     */
    @JsonInclude(Include.NON_NULL)
    public record MyLimits(boolean restricted, boolean objected, @Nullable Instant at) {
        static MyLimits of(List<Limited> limits) {
            return new MyLimits(
                    limits.stream().anyMatch(one -> one.limit().restricted()),
                    limits.stream().anyMatch(one -> one.limit().objected()),
                    limits.stream().map(Limited::at).max(Comparator.naturalOrder()).orElse(null));
        }
    }
}
