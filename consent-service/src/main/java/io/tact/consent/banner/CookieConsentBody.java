package io.tact.consent.banner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of vanilla-cookieconsent, as its callbacks hand it over. It lists what was accepted;
 * what the banner asked for and does not stand there was refused. Of the rest nothing is kept: not
 * {@code data}, and not {@code consentId}, with 122 random bits no secret to know somebody by.
 */
@Schema(name = "CookieConsent")
@JsonIgnoreProperties(ignoreUnknown = true)
record CookieConsentBody(
        @Schema(
                        required = true,
                        description = "The accepted categories, named as our purposes are.")
                @Nullable List<@Nullable String> categories,
        @Schema(format = "date-time", nullable = true, description = "When it was first answered.")
                @Nullable String consentTimestamp,
        @Schema(format = "date-time", nullable = true, description = "When it was last changed.")
                @Nullable String lastConsentTimestamp) {

    static BannerAnswer read(String body, List<Purpose> asked) {
        CookieConsentBody cookie = StrictJson.read(body, CookieConsentBody.class);
        Optional<String> givenAt =
                Optional.ofNullable(cookie.lastConsentTimestamp)
                        .or(() -> Optional.ofNullable(cookie.consentTimestamp));
        return new BannerAnswer(
                cookie.answers(asked), givenAt.map(CookieConsentBody::instant), asked + body);
    }

    private Map<String, Boolean> answers(List<Purpose> asked) {
        if (categories == null) {
            throw Problems.bodyMalformed("The field categories is missing.");
        }
        var answers = new LinkedHashMap<String, Boolean>();
        asked.forEach(purpose -> answers.put(purpose.name(), false));
        for (String accepted : categories) {
            if (accepted == null) {
                throw Problems.bodyMalformed("Each category is a name.");
            }
            answers.put(accepted, true);
        }
        return answers;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw Problems.bodyMalformed("A timestamp is a time such as 2026-01-31T09:30:00.000Z.");
        }
    }
}
