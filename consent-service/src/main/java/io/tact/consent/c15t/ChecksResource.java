package io.tact.consent.c15t;

import io.smallrye.mutiny.Uni;
import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.caller.RequestId;
import io.tact.consent.consents.ReadConsent;
import io.tact.consent.speaker.CurrentSpeaker;
import io.tact.consent.web.ConsentApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** c15t asks, before it shows itself, whether the account has answered elsewhere. */
@Path("/api/c15t/consents/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banners")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
class ChecksResource {
    private static final int MOST_TYPES = 20;

    private final ReadConsent readConsent;
    private final CurrentCaller current;
    private final CurrentSpeaker speaker;
    private final RequestId requestId;

    ChecksResource(
            ReadConsent readConsent,
            CurrentCaller current,
            CurrentSpeaker speaker,
            RequestId requestId) {
        this.readConsent = readConsent;
        this.current = current;
        this.speaker = speaker;
        this.requestId = requestId;
    }

    @GET
    @Operation(
            summary = "Must this account be asked again?",
            description =
                    "To the account itself, by its token: whether anything optional holds, which it does not after a refusal of everything. To everybody else, about any account, the answer is the same as for one that does not exist: false.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Checked.class)))
    @APIResponse(responseCode = "400", description = "query-malformed")
    @APIResponse(responseCode = "401", description = "token-invalid, visitor-token-invalid")
    public Uni<RestResponse<Checked>> check(
            @RestQuery @Nullable String externalId,
            @RestQuery
                    @Parameter(description = "Types, separated by commas; kept is cookie_banner.")
                    @Nullable String type) {
        List<String> types = types(Query.required("type", type));
        Caller caller = current.get();
        if (!new AccountClaim(Query.required("externalId", externalId)).isProvenBy(caller)) {
            return Uni.createFrom().item(ok(Checked.of(types, false)));
        }
        String request = requestId.get();
        return speaker.get()
                .chain(
                        known ->
                                readConsent.read(
                                        known.withoutBrowser(), caller.privacySignal(), request))
                .map(
                        consent ->
                                BannerPurposes.anyGranted(
                                        consent.answers(), caller.privacySignal()))
                .map(has -> ok(Checked.of(types, has)));
    }

    private static List<String> types(String separated) {
        return Arrays.stream(separated.split(",", MOST_TYPES + 1))
                .limit(MOST_TYPES)
                .map(String::strip)
                .filter(name -> name.matches("[a-z_:-]{1,60}"))
                .toList();
    }

    private static <T> RestResponse<T> ok(T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @Schema(name = "BannerConsentChecked")
    record Checked(Map<String, Result> results) {
        static Checked of(List<String> types, boolean cookieBanner) {
            var results = new LinkedHashMap<String, Result>();
            for (String type : types) {
                boolean has = cookieBanner && type.equals(SubjectBody.COOKIE_BANNER);
                results.put(type, new Result(has, has));
            }
            return new Checked(results);
        }

        @Schema(name = "BannerConsentResult")
        record Result(boolean hasConsent, boolean isLatestPolicy) {}
    }
}
