package io.tact.consent.c15t;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.banner.BannerAnswer;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What c15t sends to {@code POST /subjects}. Of the many other fields that it may send none is
 * kept: {@code externalSubjectId} only claims, and {@code metadata} is anything.
 */
@Schema(name = "BannerStatement")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubjectBody(
        @Schema(required = true, description = "The banner's id: whoever shows it is its visitor.")
                @Nullable String subjectId,
        @Schema(required = true, enumeration = COOKIE_BANNER) @Nullable String type,
        @Schema(required = true, description = "Where it was said; at most 253 characters.")
                @Nullable String domain,
        @Schema(required = true, description = "By purpose: true allows it, false refuses it.")
                @Nullable Map<String, @Nullable Boolean> preferences,
        @Schema(required = true, description = "When it was said, in milliseconds since 1970.")
                @Nullable Long givenAt,
        @Schema(nullable = true) @Nullable String uiSource) {

    static final String COOKIE_BANNER = "cookie_banner";

    private static final int LONGEST_DOMAIN = 253;

    static SubjectBody read(@Nullable String body) {
        SubjectBody sent = StrictJson.read(body == null ? "" : body, SubjectBody.class);
        if (!COOKIE_BANNER.equals(sent.type)) {
            throw Problems.of(
                    422,
                    "consent-type-unknown",
                    "Only answers to a cookie banner are kept here",
                    "The type is cookie_banner. Terms and policies are accepted elsewhere.");
        }
        if (sent.domain == null || sent.domain.isBlank() || sent.domain.length() > LONGEST_DOMAIN) {
            throw Problems.bodyMalformed("domain has 1 to " + LONGEST_DOMAIN + " characters.");
        }
        return sent;
    }

    /**
     * @throws HttpProblem if a field is missing
     */
    BannerAnswer answer(String body) {
        if (preferences == null || preferences.values().stream().anyMatch(Objects::isNull)) {
            throw Problems.bodyMalformed("preferences are true or false, by purpose.");
        }
        return new BannerAnswer(Map.copyOf(preferences), Optional.of(saidAt()), body);
    }

    String saidOn() {
        return Objects.requireNonNull(domain);
    }

    Instant saidAt() {
        if (givenAt == null) {
            throw Problems.bodyMalformed("The field givenAt is missing.");
        }
        try {
            return Instant.ofEpochMilli(givenAt);
        } catch (DateTimeException beyondTime) {
            throw Problems.bodyMalformed("givenAt is a time in milliseconds.");
        }
    }
}
