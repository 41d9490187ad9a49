package io.tact.consent.notice;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.notice.Registration.NotPlain;
import io.tact.consent.notice.Registration.Registered;
import io.tact.consent.notice.plain.Fault;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeTexts;
import io.tact.consent.web.ConsentApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "The texts that people are shown, kept for ever")
class NoticesResource {
    private final RegisterNotice registerNotice;
    private final ShowNotice showNotice;
    private final Set<Purpose> asked = Set.copyOf(PurposeTexts.in(Language.EN).names());

    NoticesResource(RegisterNotice registerNotice, ShowNotice showNotice) {
        this.registerNotice = registerNotice;
        this.showNotice = showNotice;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("consent-officer")
    @SecurityRequirement(name = ConsentApi.CUSTOMER)
    @Operation(
            summary = "Register a version of a notice",
            description =
                    "Before anybody is asked with it. A version that asks for more ends each yes from before, and counts itself a few seconds later.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NoticeVersionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is kept, also if it was before",
            content = @Content(schema = @Schema(implementation = RegisteredNoticeBody.class)))
    @APIResponse(responseCode = "400", description = "body-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    @APIResponse(responseCode = "409", description = "notice-version-taken")
    @APIResponse(
            responseCode = "422",
            description = "notice-not-plain, purpose-unknown, language-unknown")
    public Uni<RegisteredNoticeBody> register(@Nullable String body) {
        NoticeVersion sent =
                StrictJson.read(body == null ? "" : body, NoticeVersionBody.class).notice(asked);
        return registerNotice.register(sent).map(NoticesResource::registered);
    }

    private static RegisteredNoticeBody registered(Registration ended) {
        if (ended instanceof Registered registered) {
            return RegisteredNoticeBody.of(registered.notice());
        }
        throw ended instanceof NotPlain notPlain
                ? notPlain(notPlain)
                : Problems.of(
                        409,
                        "notice-version-taken",
                        "This version was registered otherwise",
                        "What people were shown stays as it was. Register a new version.");
    }

    private static HttpProblem notPlain(NotPlain notPlain) {
        return Problems.builder(
                        422,
                        "notice-not-plain",
                        "The notice is not plain",
                        "Each fault names its rule and its sentence.")
                .with("faults", notPlain.faults().stream().map(FaultBody::of).toList())
                .build();
    }

    @Schema(name = "NoticeFault")
    record FaultBody(String rule, String language, String purpose, String sentence, String detail) {
        static FaultBody of(Fault fault) {
            return new FaultBody(
                    fault.rule().word(),
                    fault.language().tag(),
                    fault.purpose().name(),
                    fault.sentence(),
                    fault.detail());
        }
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(summary = "What is registered of a version")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RegisteredNoticeBody.class)))
    @APIResponse(responseCode = "404", description = "notice-unknown")
    public RegisteredNoticeBody version(@RestPath String id, @RestPath String version) {
        return showNotice
                .version(id, version)
                .map(RegisteredNoticeBody::of)
                .orElseThrow(NoticesResource::unknown);
    }

    @GET
    @Path("/{id}/versions/{version}/text")
    @Operation(
            summary = "The text as it is shown",
            description = "To the byte: its SHA-256 is what entries name.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoticeTextBody.class)))
    @APIResponse(responseCode = "404", description = "notice-unknown")
    public Uni<RestResponse<String>> text(
            @RestPath String id,
            @RestPath String version,
            @RestQuery @DefaultValue("en") String language) {
        return showNotice.text(id, version, language).map(NoticesResource::shown);
    }

    @GET
    @Path("/texts/{sha256}")
    @Operation(summary = "The text that somebody was shown, by its hash")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoticeTextBody.class)))
    @APIResponse(responseCode = "404", description = "notice-unknown")
    public Uni<RestResponse<String>> textByHash(@RestPath String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw unknown();
        }
        return showNotice.text(sha256).map(NoticesResource::shown);
    }

    private static RestResponse<String> shown(Optional<NoticeText> text) {
        return ResponseBuilder.ok(text.orElseThrow(NoticesResource::unknown).text())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400, immutable")
                .build();
    }

    private static HttpProblem unknown() {
        return Problems.of(
                404, "notice-unknown", "There is no such text", "Its hash or name is another.");
    }
}
