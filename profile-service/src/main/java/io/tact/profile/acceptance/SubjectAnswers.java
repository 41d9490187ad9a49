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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
        Permissions live = allowed(event, deciders);
        if (live.isRestricted()) {
            return new Known(live);
        }
        if (live.isUndecided()) {
            return new Awaited(withoutLease(deciders), Missing.LEASE);
        }
        return newerAnswer(deciders, shown)
                .or(
                        () ->
                                live.allowed().isEmpty()
                                        ? firstAnswer(event, deciders)
                                        : Optional.empty())
                .<Answers>map(late -> new Awaited(late, Missing.ANSWER))
                .orElseGet(() -> new Known(privacySignal ? live.withPrivacySignal() : live));
    }

    private IdentityKey withoutLease(List<IdentityKey> deciders) {
        return deciders.stream()
                .filter(decider -> !replica.hasLease(decider))
                .findFirst()
                .orElse(deciders.get(0));
    }

    private Optional<IdentityKey> newerAnswer(List<IdentityKey> deciders, List<ConsentSeq> shown) {
        return shown.stream()
                .filter(seq -> replica.version(seq.key()) < seq.version())
                .map(ConsentSeq::key)
                .filter(deciders::contains)
                .findFirst();
    }

    /** Not where another subject's answer decides already, nor for ever. */
    private Optional<IdentityKey> firstAnswer(TrackedEvent event, List<IdentityKey> deciders) {
        Map<Boolean, List<IdentityKey>> asked =
                deciders.stream()
                        .collect(Collectors.partitioningBy(key -> replica.version(key) > 0));
        List<IdentityKey> known = asked.getOrDefault(true, List.of());
        boolean isDecided =
                !known.isEmpty() && allowed(event, known).allowed().isEmpty()
                        || event.times().receivedAt().plus(patience).isBefore(Instant.now());
        return isDecided
                ? Optional.empty()
                : asked.getOrDefault(false, List.of()).stream().findFirst();
    }

    private Permissions allowed(TrackedEvent event, List<IdentityKey> deciders) {
        return consents.permissionsOf(deciders, event.times().at().plus(tolerance));
    }
}
