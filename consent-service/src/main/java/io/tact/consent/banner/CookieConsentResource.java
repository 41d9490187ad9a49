package io.tact.consent.banner;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.web.Problems;
import io.tact.consent.speaker.CurrentSpeaker;
import io.tact.consent.web.ConsentApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** vanilla-cookieconsent has no service of its own; a shop sends its cookie here. */
@Path("/api/cookieconsent")
@Tag(name = "Banners")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class CookieConsentResource {
    private final TakeBannerAnswer takeAnswer;
    private final CurrentCaller current;
    private final CurrentSpeaker speaker;
    private final RequestId requestId;

    CookieConsentResource(
            TakeBannerAnswer takeAnswer,
            CurrentCaller current,
            CurrentSpeaker speaker,
            RequestId requestId) {
        this.takeAnswer = takeAnswer;
        this.current = current;
        this.speaker = speaker;
        this.requestId = requestId;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "I answered vanilla-cookieconsent",
            description =
                    "The object cookie of its callbacks, also as text/plain, as navigator.sendBeacon sends it. Recorded for every identity that the request proves; consentId proves none.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CookieConsentBody.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "204", description = "It counts; Consent-Seq shows the versions")
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(
            responseCode = "401",
            description = "subject-required, token-invalid, visitor-token-invalid")
    @APIResponse(
            responseCode = "422",
            description = "purpose-unknown, answers-empty, given-at-implausible")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<RestResponse<Void>> take(
            @RestQuery
                    @Parameter(
                            description =
                                    "The purposes that the banner asks for, separated by commas; missing: functionality, measurement, experience and marketing. What is asked and not accepted is refused.")
                    @Nullable String asked,
            @Nullable String body) {
        Caller caller = current.required();
        BannerAnswer said = CookieConsentBody.read(body == null ? "" : body, purposes(asked));
        String request = requestId.get();
        return speaker.get()
                .chain(known -> takeAnswer.take(known, said, caller.privacySignal(), request))
                .map(
                        consent ->
                                BannerHeaders.add(
                                                ResponseBuilder.<Void>noContent(),
                                                consent,
                                                caller.privacySignal())
                                        .build());
    }

    private static List<Purpose> purposes(@Nullable String asked) {
        if (asked == null) {
            return BannerPurposes.OPTIONAL;
        }
        try {
            return Arrays.stream(asked.split(",", -1)).map(Purpose::new).toList();
        } catch (IllegalArgumentException notAName) {
            throw Problems.of(
                    422,
                    "purpose-unknown",
                    "Nobody is asked for this purpose",
                    "asked lists names of GET /v1/purposes, separated by commas.");
        }
    }
}
