package io.tact.profile.correcting;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The right to rectification (Art. 16 GDPR), a value at a time. */
@Path("/v1/me/values/{name}")
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
@APIResponse(responseCode = "401", description = "No credentials, or bad ones")
public class ValuesResource {
    private final CorrectValue correct;
    private final ForgetValue forget;
    private final CurrentCaller caller;
    private final RequestId requestId;

    ValuesResource(
            CorrectValue correct, ForgetValue forget, CurrentCaller caller, RequestId requestId) {
        this.correct = correct;
        this.forget = forget;
        this.caller = caller;
        this.requestId = requestId;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Correct a value that is known about me",
            description =
                    "It becomes told, by the customer if the request proves one, else by the visitor, and takes the place of all"
                            + " values of this name that GET /v1/me/data shows, for the purposes of these and no other: that"
                            + " needs no consent. What was inferred is corrected as well. A value of a protected category only"
                            + " where one of this name was told for that category's own purpose, and for that purpose alone. It"
                            + " counts on the next request.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CorrectionBody.class)))
    @APIResponse(responseCode = "204", description = "It is corrected")
    @APIResponse(responseCode = "400", description = "body-malformed, value-malformed")
    @APIResponse(responseCode = "404", description = "value-unknown")
    @APIResponse(responseCode = "422", description = "value-protected")
    public Uni<Void> correct(@RestPath String name, @Nullable String body) {
        Caller known = caller.required();
        String value = StrictJson.read(body, CorrectionBody.class).json();
        return correct.correct(known, name, value, requestId.get())
                .invoke(ValuesResource::refuse)
                .replaceWithVoid();
    }

    @DELETE
    @Operation(
            summary = "Delete a value that is known about me",
            description =
                    "All values of this name that were told, declared or observed. What is inferred from events stays while they"
                            + " are there: correct it, or withdraw the purpose.")
    @APIResponse(responseCode = "204", description = "There is none, maybe since before")
    public Uni<Void> forget(@RestPath String name) {
        return forget.forget(caller.required(), name, requestId.get());
    }

    private static void refuse(Correction correction) {
        switch (correction) {
            case CORRECTED -> {}
            case UNKNOWN ->
                    throw Problems.of(
                            404,
                            "value-unknown",
                            "No such value is known about you",
                            "There is nothing of this name to correct. Tell something new by POST /v1/me/traits.");
            case PROTECTED ->
                    throw Problems.of(
                            422,
                            "value-protected",
                            "This would be of a protected category",
                            "It can be corrected only where it was told for that category's own purpose. Tell it by"
                                    + " POST /v1/me/traits.");
        }
    }
}
