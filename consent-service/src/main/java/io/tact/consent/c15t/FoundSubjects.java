package io.tact.consent.c15t;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Consent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account has said, for staff: one subject, the account, or none if it never answered. */
@Schema(name = "BannerSubjectsFound")
record FoundSubjects(List<Account> subjects) {
    static FoundSubjects of(String account, IdentityKey key, Consent consent) {
        return new FoundSubjects(
                KeptConsent.oldest(consent)
                        .map(
                                since ->
                                        new Account(
                                                key.value(),
                                                account,
                                                since,
                                                KeptConsent.of(consent, key, false)))
                        .stream()
                        .toList());
    }

    @Schema(name = "BannerSubjectFound")
    record Account(String id, String externalId, Instant createdAt, List<KeptConsent> consents) {}
}
