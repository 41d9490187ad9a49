package io.tact.consent.c15t;

import io.smallrye.mutiny.Uni;
import io.tact.consent.banner.BannerAnswer;
import io.tact.consent.banner.BannerHeaders;
import io.tact.consent.banner.TakeBannerAnswer;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.consents.ReadConsent;
import io.tact.consent.speaker.Speaker;
import io.tact.consent.staff.LookUp;
import io.tact.consent.web.ConsentApi;
import io.tact.consent.web.Rate;
import io.tact.consent.web.RateConfig;
import io.tact.consent.web.TooManyRequests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A banner answers; staff asks what an account has answered. */
@Path("/api/c15t/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banners")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class SubjectsResource {
    private final TakeBannerAnswer takeAnswer;
    private final ReadConsent readConsent;
    private final CurrentCaller current;
    private final FindSpeaker findSpeaker;
    private final IdentityKeys keys;
    private final RequestId requestId;
    private final LookUp lookUp;
    private final Rate<String> newcomers;

    SubjectsResource(
            TakeBannerAnswer takeAnswer,
            ReadConsent readConsent,
            CurrentCaller current,
            FindSpeaker findSpeaker,
            IdentityKeys keys,
            RequestId requestId,
            LookUp lookUp,
            RateConfig rates) {
        this.takeAnswer = takeAnswer;
        this.readConsent = readConsent;
        this.current = current;
        this.findSpeaker = findSpeaker;
        this.keys = keys;
        this.requestId = requestId;
        this.lookUp = lookUp;
        this.newcomers =
                new Rate<>(rates.visitorsPerSecond(), Duration.ofSeconds(1), System::nanoTime);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "I answered c15t",
            description =
                    "Recorded for every identity that the request's tokens prove; without any, and from then on, for the visitor of the banner's id. The same body counts once a day.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SubjectBody.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AnswerKept.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-invalid, visitor-token-invalid")
    @APIResponse(
            responseCode = "422",
            description =
                    "banner-id-refused, consent-type-unknown, purpose-unknown, necessary-not-refusable, answers-empty, given-at-implausible")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    @APIResponse(responseCode = "500", description = "record-damaged")
    @APIResponse(responseCode = "503", description = "store-unavailable, ledger-behind")
    public Uni<RestResponse<AnswerKept>> answer(@Nullable String body) {
        SubjectBody sent = SubjectBody.read(body);
        BannerCaller shown = BannerCaller.of(sent.subjectId(), current.get(), keys);
        if (shown.hasNoToken() && !newcomers.allows("everybody")) {
            throw TooManyRequests.problem(Duration.ofSeconds(1), "Answer again in a second.");
        }
        boolean signal = shown.caller().privacySignal();
        BannerAnswer said = sent.answer(body == null ? "" : body);
        String request = requestId.get();
        return findSpeaker
                .find(shown, request)
                .chain(speaker -> takeAnswer.take(speaker, said, signal, request))
                .map(
                        consent ->
                                BannerHeaders.add(
                                                ResponseBuilder.ok(
                                                        AnswerKept.of(sent, consent, shown)),
                                                consent,
                                                signal)
                                        .build());
    }

    @GET
    @RolesAllowed({"consent-officer", "privacy-officer"})
    @Operation(
            summary = "What an account has said",
            description =
                    "For staff, and recorded as a look-up. Banners' ids are kept nowhere, so the one subject is the account, under its identity-key.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = FoundSubjects.class)))
    @APIResponse(responseCode = "400", description = "query-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<RestResponse<FoundSubjects>> find(@RestQuery @Nullable String externalId) {
        String account = Query.required("externalId", externalId);
        IdentityKey key = keys.of(Identity.customer(account));
        String request = requestId.get();
        return lookUp.record(current.required().keys().get(0), List.of(key), "c15t: externalId")
                .chain(() -> readConsent.read(Speaker.alone(key), false, request))
                .map(
                        consent ->
                                ResponseBuilder.ok(FoundSubjects.of(account, key, consent))
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }
}
