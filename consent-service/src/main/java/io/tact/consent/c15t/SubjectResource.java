package io.tact.consent.c15t;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.tact.consent.banner.BannerHeaders;
import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.consents.Consent;
import io.tact.consent.consents.ReadConsent;
import io.tact.consent.web.ConsentApi;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A banner asks what it answered, and says whose it is. */
@Path("/api/c15t/subjects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banners")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
@SecurityRequirement(name = ConsentApi.VISITOR)
class SubjectResource {
    private final FindSpeaker findSpeaker;
    private final ReadConsent readConsent;
    private final CurrentCaller current;
    private final IdentityKeys keys;
    private final RequestId requestId;

    SubjectResource(
            FindSpeaker findSpeaker,
            ReadConsent readConsent,
            CurrentCaller current,
            IdentityKeys keys,
            RequestId requestId) {
        this.findSpeaker = findSpeaker;
        this.readConsent = readConsent;
        this.current = current;
        this.keys = keys;
        this.requestId = requestId;
    }

    @GET
    @Operation(
            summary = "What I answered c15t",
            description =
                    "What holds for all whom the request's tokens prove; without any, to whoever shows the banner's id. One that never answered looks like one that nobody has.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = KeptSubject.class)))
    @APIResponse(responseCode = "401", description = "token-invalid, visitor-token-invalid")
    @APIResponse(responseCode = "422", description = "banner-id-refused")
    public Uni<RestResponse<KeptSubject>> read(@RestPath String id) {
        BannerCaller shown = BannerCaller.of(id, current.get(), keys);
        boolean signal = shown.caller().privacySignal();
        String request = requestId.get();
        return findSpeaker
                .find(shown, request)
                .chain(speaker -> readConsent.read(speaker, signal, request))
                .map(
                        consent ->
                                BannerHeaders.add(
                                                ResponseBuilder.ok(
                                                        KeptSubject.of(consent, shown, signal)),
                                                consent,
                                                signal)
                                        .build());
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "I say whose banner this is",
            description =
                    "A claim changes nothing: success is true only if the request also carries the account's own token, and then the banner's answers count for the account from the next one on.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Identification.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Identified.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-invalid, visitor-token-invalid")
    @APIResponse(responseCode = "422", description = "banner-id-refused")
    public RestResponse<Identified> identify(@RestPath String id, @Nullable String body) {
        BannerCaller shown = BannerCaller.of(id, current.get(), keys);
        String claimed =
                StrictJson.read(body == null ? "" : body, Identification.class).externalId();
        if (claimed == null || claimed.isBlank()) {
            throw Problems.bodyMalformed("The field externalId is missing.");
        }
        boolean proven = new AccountClaim(claimed).isProvenBy(shown.caller());
        return ResponseBuilder.ok(
                        new Identified(
                                proven,
                                proven ? "proven" : "claimed",
                                new Identified.Account(shown.id().value(), claimed)))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @Schema(name = "BannerSubject")
    record KeptSubject(
            Subject subject,
            List<KeptConsent> consents,
            @Schema(description = "Whether anything optional holds.") boolean isValid) {

        static KeptSubject of(Consent consent, BannerCaller shown, boolean privacySignal) {
            return new KeptSubject(
                    new Subject(shown.id().value(), KeptConsent.oldest(consent).orElse(null)),
                    KeptConsent.of(consent, shown.banner(), privacySignal),
                    BannerPurposes.anyGranted(consent.answers(), privacySignal));
        }

        @Schema(name = "BannerSubjectId")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Subject(String id, @Nullable Instant createdAt) {}
    }

    @Schema(name = "BannerIdentification")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Identification(@Schema(required = true) @Nullable String externalId) {}

    @Schema(name = "BannerIdentified")
    record Identified(
            @Schema(description = "Whether the request proved it.") boolean success,
            @Schema(enumeration = {"proven", "claimed"}) String standing,
            Account subject) {

        @Schema(name = "BannerAccount")
        record Account(String id, String externalId) {}
    }
}
