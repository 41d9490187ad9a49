package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.consents.Recording.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
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

    ReadConsent(ConsentStore states, RecordConsent recordConsent) {
        this.states = states;
        this.recordConsent = recordConsent;
    }

    public Uni<Consent> read(List<IdentityKey> keys, boolean privacySignal, String requestId) {
        return states.find(keys)
                .chain(
                        found ->
                                privacySignal && anyGrantsMarketing(found)
                                        ? optOut(keys, found, requestId)
                                        : Uni.createFrom().item(Consent.of(found)));
    }

    private Uni<Consent> optOut(
            List<IdentityKey> keys, List<ConsentState> found, String requestId) {
        return recordConsent
                .record(keys, Statement.signalOnly(), Optional.empty(), requestId)
                .map(
                        recording ->
                                recording instanceof Recorded recorded
                                        ? recorded.consent()
                                        : Consent.of(found));
    }

    private static boolean anyGrantsMarketing(List<ConsentState> states) {
        return states.stream().anyMatch(state -> state.answers().grant(Purpose.MARKETING));
    }
}
