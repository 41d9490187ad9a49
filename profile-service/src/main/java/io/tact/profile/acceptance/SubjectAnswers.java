package io.tact.profile.acceptance;

import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.keeping.Answers;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.keeping.Answers.Known;
import io.tact.profile.keeping.Answers.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the subjects of an event allow, as of when it happened: what was granted later does not
 * cover it. The first event after "accept" may be faster than the consent, so somebody who never
 * answered is given time to.
 */
@ApplicationScoped
class SubjectAnswers {
    private final Consents consents;
    private final ConsentReplica replica;
    private final Duration patience;
    private final Duration tolerance;

    SubjectAnswers(Consents consents, ConsentReplica replica, WaitingConfig config) {
        this.consents = consents;
        this.replica = replica;
        this.patience = config.patience();
        this.tolerance = config.clockTolerance();
    }

    Answers of(TrackedEvent event, List<ConsentSeq> shown, boolean privacySignal) {
        List<IdentityKey> deciders = event.subject().deciders();
        return awaited(event, deciders, shown)
                .<Answers>map(awaited -> awaited)
                .orElseGet(() -> known(event, deciders, privacySignal));
    }

    private Optional<Awaited> awaited(
            TrackedEvent event, List<IdentityKey> deciders, List<ConsentSeq> shown) {
        for (IdentityKey decider : deciders) {
            if (!replica.hasLease(decider)) {
                return Optional.of(new Awaited(decider, Missing.LEASE));
            }
        }
        for (ConsentSeq seq : shown) {
            if (deciders.contains(seq.key()) && replica.version(seq.key()) < seq.version()) {
                return Optional.of(new Awaited(seq.key(), Missing.ANSWER));
            }
        }
        return firstAnswer(event, deciders);
    }

    /** Not where another subject's answer decides already, nor for ever. */
    private Optional<Awaited> firstAnswer(TrackedEvent event, List<IdentityKey> deciders) {
        List<IdentityKey> asked =
                deciders.stream().filter(decider -> replica.version(decider) > 0).toList();
        boolean isDecided =
                asked.size() == deciders.size()
                        || !asked.isEmpty() && allowed(event, asked).allowed().isEmpty()
                        || event.times().receivedAt().plus(patience).isBefore(Instant.now());
        return isDecided
                ? Optional.empty()
                : deciders.stream()
                        .filter(decider -> !asked.contains(decider))
                        .findFirst()
                        .map(unasked -> new Awaited(unasked, Missing.ANSWER));
    }

    private Answers known(TrackedEvent event, List<IdentityKey> deciders, boolean privacySignal) {
        Permissions live = allowed(event, deciders);
        if (live.isUndecided()) {
            return new Awaited(deciders.get(0), Missing.LEASE);
        }
        return new Known(privacySignal ? live.withPrivacySignal() : live);
    }

    private Permissions allowed(TrackedEvent event, List<IdentityKey> deciders) {
        return consents.permissionsOf(deciders, event.times().at().plus(tolerance));
    }
}
