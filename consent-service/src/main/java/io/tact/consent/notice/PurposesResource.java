package io.tact.consent.notice;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Retention;
import io.tact.consent.answer.RetentionConfig;
import io.tact.consent.client.web.Problems;
import io.tact.consent.purpose.DataSource;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.NoticeBody;
import io.tact.consent.purpose.PurposeText;
import io.tact.consent.purpose.PurposeTexts;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/purposes")
@Tag(name = "Purposes")
class PurposesResource {
    private final ShowNotice showNotice;
    private final Retention retention;
    private final Map<Language, PurposeTexts> texts =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(one -> one, PurposeTexts::in));

    PurposesResource(ShowNotice showNotice, RetentionConfig config) {
        this.showNotice = showNotice;
        this.retention = config.retention();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What people are asked, in plain words")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Texts.class)))
    @APIResponse(responseCode = "422", description = "language-unknown")
    public Uni<RestResponse<Texts>> inLanguage(
            @RestQuery
                    @DefaultValue("en")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"en", "de"},
                                            defaultValue = "en"))
                    String language) {
        Language known =
                Language.of(language)
                        .orElseThrow(
                                () ->
                                        Problems.of(
                                                422,
                                                "language-unknown",
                                                "Nothing is written in this language",
                                                "Ask for en or de."));
        PurposeTexts everywhere = Objects.requireNonNull(texts.get(known));
        return showNotice
                .sensitive(known)
                .map(sensitive -> Texts.of(everywhere, sensitive, retention))
                .map(
                        body ->
                                ResponseBuilder.ok(body)
                                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                                        .build());
    }

    @Schema(name = "PurposeTexts")
    record Texts(
            @Schema(description = "To be sent along with the answers.") NoticeBody notice,
            List<Text> purposes,
            @Schema(
                            description =
                                    "Protected categories, each asked for alone: a yes is sent in a request of its own, with this notice.")
                    List<Sensitive> sensitive) {
        static Texts of(PurposeTexts texts, List<NoticeTextBody> sensitive, Retention retention) {
            return new Texts(
                    NoticeBody.of(texts.notice()),
                    texts.purposes().stream().map(text -> Text.of(text, retention)).toList(),
                    sensitive.stream().map(text -> Sensitive.of(text, retention)).toList());
        }
    }

    @Schema(name = "SensitivePurpose")
    record Sensitive(NoticeBody notice, Text purpose) {
        static Sensitive of(NoticeTextBody text, Retention retention) {
            return new Sensitive(
                    new NoticeBody(text.id(), text.version(), text.language()),
                    Text.of(text.only(), retention));
        }
    }

    @Schema(name = "PurposeText")
    record Text(
            String purpose,
            @Schema(description = "Whether it can be refused.") boolean optional,
            @Schema(description = "Where the data comes from.") List<String> sources,
            @Schema(
                            nullable = true,
                            description =
                                    "How long a yes counts, an ISO 8601 period such as P13M; then the person is asked anew.")
                    @Nullable String countsFor,
            String title,
            String whatWeDo,
            String whatYouGet,
            String ifYouSayNo) {
        static Text of(PurposeText text, Retention retention) {
            boolean optional = text.purpose().isOptional();
            return new Text(
                    text.purpose().name(),
                    optional,
                    text.sources().stream().map(DataSource::word).toList(),
                    optional ? retention.of(text.purpose()).toString() : null,
                    text.title(),
                    text.whatWeDo(),
                    text.whatYouGet(),
                    text.ifYouSayNo());
        }
    }
}
