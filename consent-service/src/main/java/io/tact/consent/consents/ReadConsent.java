package io.tact.consent.consents;

import io.smallrye.mutiny.Uni;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.consents.Recording.Recorded;
import io.tact.consent.speaker.Speaker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    public Uni<Consent> read(Speaker speaker, boolean privacySignal, String requestId) {
        return see(speaker, privacySignal, requestId).map(Seen::consent);
    }

    Uni<Seen> see(Speaker speaker, boolean privacySignal, String requestId) {
        return states.find(speaker.all())
                .chain(
                        found -> {
                            Optional<Instant> overruled =
                                    privacySignal ? marketingGrant(found) : Optional.empty();
                            return takenBack(speaker, overruled, found)
                                    .map(no -> record(speaker, no, found, requestId))
                                    .orElseGet(() -> Uni.createFrom().item(counting(found)))
                                    .map(
                                            consent ->
                                                    new Seen(
                                                            consent,
                                                            privacySignal,
                                                            overruled,
                                                            speaker.isTooYoung()));
                        });
    }

    /** What stands although it cannot: a yes of whoever is too young, or against the signal. */
    private static Optional<Statement> takenBack(
            Speaker speaker, Optional<Instant> overruled, List<ConsentState> found) {
        Set<Purpose> granted =
                found.stream()
                        .flatMap(state -> state.answers().grants().stream())
                        .collect(Collectors.toSet());
        if (speaker.isTooYoung() && !granted.isEmpty()) {
            return Optional.of(Statement.refusing(granted, overruled.isPresent()));
        }
        return overruled.map(grant -> Statement.signalOnly());
    }

    private Uni<Consent> record(
            Speaker speaker, Statement no, List<ConsentState> found, String requestId) {
        return recordConsent
                .record(speaker.all(), no, Optional.empty(), requestId)
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
