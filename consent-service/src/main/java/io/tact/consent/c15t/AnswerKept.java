package io.tact.consent.c15t;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.consents.Consent;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What c15t gets for an answer. */
@Schema(name = "BannerAnswerKept")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerKept(
        String subjectId,
        @Schema(description = "The version that this made, as in Consent-Seq.") String consentId,
        String domainId,
        String domain,
        String type,
        @Schema(description = "What holds now, which may be less than what was said.")
                Map<String, Boolean> appliedPreferences,
        @Nullable String uiSource,
        Instant givenAt) {

    static AnswerKept of(SubjectBody sent, Consent consent, BannerCaller shown) {
        return new AnswerKept(
                shown.id().value(),
                KeptConsent.id(consent, shown.banner()),
                sent.saidOn(),
                sent.saidOn(),
                SubjectBody.COOKIE_BANNER,
                BannerPurposes.switches(consent.answers(), shown.caller().privacySignal()),
                sent.uiSource(),
                sent.saidAt());
    }
}
