package io.tact.profile.telling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.profile.event.StatedTrait;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller says about themselves. */
@Path("/v1/me/traits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
public class TraitsResource {
    private static final int MOST = 20;

    private final TellTraits tell;
    private final CurrentCaller caller;
    private final RequestId requestId;

    TraitsResource(TellTraits tell, CurrentCaller caller, RequestId requestId) {
        this.tell = tell;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Operation(
            summary = "Tell something about me",
            description =
                    "Kept as told, which nothing that was observed overwrites, for the purposes that are allowed now; what is of a"
                            + " protected category only for sensitive:<category>, if that is. It is about the customer if the request"
                            + " proves one, else about the visitor.")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation = Object.class,
                                            example = "{\"favourite_kind\":\"tent\"}")))
    @APIResponse(responseCode = "200", description = "Whether it was kept, and if not, why")
    @APIResponse(responseCode = "400", description = "Not an object of short plain values")
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    public Uni<Told> tell(@Nullable JsonNode body) {
        Caller known = caller.required();
        List<StatedTrait> stated = stated(body);
        return tell.tell(known, stated, requestId.get())
                .map(refused -> Told.of(refused, stated.size()));
    }

    private static List<StatedTrait> stated(@Nullable JsonNode body) {
        if (body == null || !body.isObject() || body.isEmpty() || body.size() > MOST) {
            throw malformed();
        }
        return body.properties().stream().map(TraitsResource::trait).toList();
    }

    private static StatedTrait trait(Map.Entry<String, JsonNode> stated) {
        if (!stated.getKey().matches("[a-z][a-z0-9_]{0,63}")) {
            throw malformed();
        }
        return PlainValue.json(stated.getValue())
                .map(value -> new StatedTrait(stated.getKey(), value))
                .orElseThrow(TraitsResource::malformed);
    }

    private static HttpProblem malformed() {
        return Problems.of(
                400,
                "traits-malformed",
                "These traits cannot be kept",
                "Send an object of 1 to "
                        + MOST
                        + " names (a-z, 0-9, _) with a text, number or boolean of at most "
                        + PlainValue.LONGEST
                        + " characters each.");
    }

    /**
     * @param kept whether anything was
     * @param reason why nothing was: {@code NOT_GRANTED}, {@code RESTRICTED}, {@code NO_LEASE} or
     *     {@code NOT_YET_SEEN}
     * @param notKept the names of those that were not, where others were
     */
    @JsonInclude(Include.NON_NULL)
    public record Told(
            boolean kept, @Nullable String reason, @Nullable Collection<String> notKept) {
        static Told of(Map<String, Refusal> refused, int told) {
            if (refused.size() == told) {
                return new Told(false, refused.values().iterator().next().name(), null);
            }
            return new Told(true, null, refused.isEmpty() ? null : refused.keySet());
        }
    }
}
