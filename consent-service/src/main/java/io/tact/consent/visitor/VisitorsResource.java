package io.tact.consent.visitor;

import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.web.Rate;
import io.tact.consent.web.RateConfig;
import io.tact.consent.web.TooManyRequests;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/visitors")
@Tag(name = "Visitors")
class VisitorsResource {
    private final IssueVisitorToken tokens;
    private final CurrentCaller caller;
    private final Rate<String> rate;
    private final SecureRandom random = new SecureRandom();

    VisitorsResource(IssueVisitorToken tokens, CurrentCaller caller, RateConfig rates) {
        this.tokens = tokens;
        this.caller = caller;
        this.rate = new Rate<>(rates.visitorsPerSecond(), Duration.ofSeconds(1), System::nanoTime);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A token for whoever shows a subject id",
            description =
                    "Without a subject id a new one is made. Send the current token of the same visitor in Tact-Visitor to renew it within the same session.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = Subject.class)))
    @APIResponse(
            responseCode = "201",
            description = "A visitor's token",
            content = @Content(schema = @Schema(implementation = Visitor.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "visitor-token-invalid")
    @APIResponse(responseCode = "422", description = "subject-id-too-weak")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public RestResponse<Visitor> issue(@Nullable String body) {
        if (!rate.allows("everybody")) {
            throw TooManyRequests.problem(Duration.ofSeconds(1), "Ask again in a second.");
        }
        SubjectId subject = subject(body);
        VisitorToken issued = tokens.issue(subject, caller.get().visitor());
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new Visitor(
                                subject.value(),
                                issued.visitor().value(),
                                issued.token(),
                                issued.expiresAt()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private SubjectId subject(@Nullable String body) {
        String given =
                body == null || body.isBlank()
                        ? null
                        : StrictJson.read(body, Subject.class).subjectId();
        if (given == null) {
            return SubjectId.generate(random);
        }
        return SubjectId.parse(given)
                .filter(subject -> !BannerId.isOne(subject.value()))
                .orElseThrow(
                        () ->
                                Problems.of(
                                        422,
                                        "subject-id-too-weak",
                                        "The subject id cannot be a secret of 128 bits",
                                        "Send 22 to 128 base64url characters of a random number, or none to get one."));
    }

    record Subject(
            @Schema(
                            nullable = true,
                            pattern = "[A-Za-z0-9_-]{22,128}",
                            description = "A secret of at least 128 bits.")
                    @Nullable String subjectId) {}

    @Schema(name = "Visitor")
    record Visitor(
            @Schema(description = "To be kept as a secret by the browser or app.") String subjectId,
            String anonymousId,
            @Schema(description = "For the header Tact-Visitor.") String token,
            Instant expiresAt) {}
}
