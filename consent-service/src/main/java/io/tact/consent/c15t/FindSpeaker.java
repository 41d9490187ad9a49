package io.tact.consent.c15t;

import io.smallrye.mutiny.Uni;
import io.tact.consent.consents.ReadConsent;
import io.tact.consent.speaker.CurrentSpeaker;
import io.tact.consent.speaker.Speaker;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whom a banner speaks for. Where the request carries tokens, for whoever they prove: nobody could
 * find what was kept under the banner's id as well when the person wants to be forgotten. Where it
 * carries none, and from then on, for the visitor of its id.
 */
@ApplicationScoped
class FindSpeaker {
    private final ReadConsent readConsent;
    private final CurrentSpeaker current;

    FindSpeaker(ReadConsent readConsent, CurrentSpeaker current) {
        this.readConsent = readConsent;
        this.current = current;
    }

    Uni<Speaker> find(BannerCaller shown, String requestId) {
        return current.get()
                .chain(
                        speaker ->
                                hasAnsweredAlone(shown, requestId)
                                        .map(so -> so ? speaker.with(shown.banner()) : speaker));
    }

    private Uni<Boolean> hasAnsweredAlone(BannerCaller shown, String requestId) {
        return shown.hasNoToken()
                ? Uni.createFrom().item(true)
                : readConsent
                        .read(Speaker.alone(shown.banner()), false, requestId)
                        .map(own -> !own.versions().isEmpty());
    }
}
