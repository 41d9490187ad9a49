package io.tact.consent.c15t;

import static io.tact.consent.c15t.SubjectBody.COOKIE_BANNER;

import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.banner.BannerPurposes;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Consent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What holds, as c15t lists it: one consent, the present one.
 *
 * @param id the version of the identity that was asked about, or of those that answered for it
 * @param isLatestPolicy always: there is no older policy that answers would be kept under
 * @param givenAt the newest of its answers
 */
@Schema(name = "BannerConsent")
record KeptConsent(
        String id,
        String type,
        boolean isLatestPolicy,
        Map<String, Boolean> preferences,
        Instant givenAt) {

    /** None for whoever never answered a banner's purpose. */
    static List<KeptConsent> of(Consent consent, IdentityKey whose, boolean privacySignal) {
        return newest(consent)
                .map(
                        at ->
                                new KeptConsent(
                                        id(consent, whose),
                                        COOKIE_BANNER,
                                        true,
                                        BannerPurposes.switches(consent.answers(), privacySignal),
                                        at))
                .stream()
                .toList();
    }

    static Optional<Instant> newest(Consent consent) {
        return answered(consent).max(Comparator.naturalOrder());
    }

    static Optional<Instant> oldest(Consent consent) {
        return answered(consent).min(Comparator.naturalOrder());
    }

    static String id(Consent consent, IdentityKey whose) {
        return consent.versions().stream()
                .filter(seq -> seq.key().equals(whose))
                .map(ConsentSeq::header)
                .findFirst()
                .or(consent::shown)
                .orElse("");
    }

    private static Stream<Instant> answered(Consent consent) {
        return BannerPurposes.OPTIONAL.stream()
                .flatMap(purpose -> consent.answers().to(purpose).stream())
                .map(StandingAnswer::at);
    }
}
