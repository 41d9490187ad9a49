package io.tact.consent.c15t;

import io.smallrye.mutiny.Uni;
import io.tact.consent.banner.CurrentSpeaker;
import io.tact.consent.banner.Speaker;
import io.tact.consent.consents.ReadConsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        if (shown.hasNoToken()) {
            return current.get(shown.banner());
        }
        return readConsent
                .read(List.of(shown.banner()), false, requestId)
                .chain(
                        own ->
                                own.versions().isEmpty()
                                        ? current.get()
                                        : current.get(shown.banner()));
    }
}
