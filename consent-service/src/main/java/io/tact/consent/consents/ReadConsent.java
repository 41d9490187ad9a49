package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Recording.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What holds for a caller. The browser's own "no" ({@code Sec-GPC: 1}) is a statement also where
 * somebody only looks: if it takes something back, that is recorded first.
 */
@ApplicationScoped
public class ReadConsent {
    private final ConsentStore states;
    private final RecordConsent recordConsent;
    private final CurrentValidity validity;
    private final InstantSource clock = InstantSource.system();

    ReadConsent(ConsentStore states, RecordConsent recordConsent, CurrentValidity validity) {
        this.states = states;
        this.recordConsent = recordConsent;
        this.validity = validity;
    }

    /** What counts now. */
    public Uni<Consent> read(List<IdentityKey> keys, boolean privacySignal, String requestId) {
        return see(keys, privacySignal, requestId).map(Seen::consent);
    }

    Uni<Seen> see(List<IdentityKey> keys, boolean privacySignal, String requestId) {
        return states.find(keys)
                .chain(
                        found -> {
                            Optional<Instant> grant = marketingGrant(found);
                            return privacySignal && grant.isPresent()
                                    ? optOut(keys, found, requestId)
                                            .map(consent -> new Seen(consent, true, grant))
                                    : Uni.createFrom()
                                            .item(
                                                    new Seen(
                                                            counting(found),
                                                            privacySignal,
                                                            Optional.empty()));
                        });
    }

    private Uni<Consent> optOut(
            List<IdentityKey> keys, List<ConsentState> found, String requestId) {
        return recordConsent
                .record(keys, Statement.signalOnly(), Optional.empty(), requestId)
                .map(
                        recording ->
                                recording instanceof Recorded recorded
                                        ? recorded.consent()
                                        : counting(found));
    }

    private Consent counting(List<ConsentState> found) {
        return Consent.of(found).counting(validity.get(), clock.instant());
    }

    /** The latest of any identity. */
    private static Optional<Instant> marketingGrant(List<ConsentState> states) {
        return states.stream()
                .flatMap(state -> state.answers().to(Purpose.MARKETING).stream())
                .filter(standing -> standing.answer().isGrant())
                .map(StandingAnswer::at)
                .max(Comparator.naturalOrder());
    }
}
