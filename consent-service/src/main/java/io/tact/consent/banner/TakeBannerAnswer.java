package io.tact.consent.banner;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.StatementPolicy;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Consent;
import io.tact.consent.consents.Once;
import io.tact.consent.consents.ReadConsent;
import io.tact.consent.consents.RecordConsent;
import io.tact.consent.consents.StatementProblems;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.PurposeTexts;
import io.tact.consent.speaker.Speaker;
import io.tact.consent.web.Rate;
import io.tact.consent.web.RateConfig;
import io.tact.consent.web.TooManyRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Records what a banner says, as {@code POST /v1/me/consents} would. Banners send no {@code
 * Idempotency-Key}, and repeat themselves after errors and on the next page; so the statement
 * itself is the key, and the same one counts once a day.
 */
@ApplicationScoped
public class TakeBannerAnswer {
    private final RecordConsent recordConsent;
    private final ReadConsent readConsent;
    private final Rate<IdentityKey> rate;
    private final StatementPolicy policy = StatementPolicy.of(PurposeTexts.in(Language.EN).names());

    TakeBannerAnswer(RecordConsent recordConsent, ReadConsent readConsent, RateConfig rates) {
        this.recordConsent = recordConsent;
        this.readConsent = readConsent;
        this.rate =
                new Rate<>(rates.statementsPerMinute(), Duration.ofMinutes(1), System::nanoTime);
    }

    /**
     * @param speaker proves at least one
     * @return what holds now, which is not what held when a repeated answer was first given
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where it cannot be recorded
     */
    public Uni<Consent> take(
            Speaker speaker, BannerAnswer said, boolean privacySignal, String requestId) {
        if (!speaker.all().stream().allMatch(rate::allows)) {
            throw TooManyRequests.problem(Duration.ofMinutes(1), "Answer again in a minute.");
        }
        policy.check(said.answers(), false, said.givenAt(), InstantSource.system().instant())
                .ifPresent(
                        why -> {
                            throw StatementProblems.of(why);
                        });
        return recordConsent
                .record(
                        speaker.parts(said.statement(privacySignal), true),
                        Optional.of(once(said, privacySignal)),
                        requestId)
                .invoke(kept -> kept.forEach(StatementProblems::unlessRecorded))
                .chain(() -> readConsent.read(speaker, privacySignal, requestId));
    }

    /** With the signal it is another statement: marketing is a no in it. */
    private static Once once(BannerAnswer said, boolean privacySignal) {
        String hash = Once.of("banner", said.sent()).bodyHash();
        return new Once("banner-" + hash + (privacySignal ? "-gpc" : ""), hash);
    }
}
