package io.tact.profile.keeping;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.profile.event.StatedConsent;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.keeping.Answers.Known;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.keeping.Judgement.Refused;
import io.tact.profile.keeping.Judgement.Undecided;
import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What an event may be kept for, and for how long. */
public final class KeepingPolicy {
    private static final Set<Purpose> PURPOSES =
            Set.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);

    private final Retention retention;

    public KeepingPolicy(Retention retention) {
        this.retention = retention;
    }

    /** Those of these purposes for which something can be kept. */
    public static Set<Purpose> keepable(Collection<Purpose> granted) {
        return granted.stream().filter(PURPOSES::contains).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param answers of all subjects of the event together
     */
    public Judgement judge(TrackedEvent event, Source source, Answers answers) {
        if (source.ground() == Ground.CONTRACT && event.isOrder()) {
            return underContract(
                    event,
                    answers instanceof Known known
                            ? live(event, source, known.permissions())
                            : Set.of());
        }
        if (answers instanceof Known known && known.permissions().isRestricted()) {
            return new Refused();
        }
        if (source.statesConsent() && event.statedConsent().isPresent()) {
            return kept(event, keepable(source, event.statedConsent().get().granted()));
        }
        return answers instanceof Awaited awaited
                ? new Undecided(awaited)
                : kept(event, live(event, source, ((Known) answers).permissions()));
    }

    private Judgement underContract(TrackedEvent event, Set<Purpose> purposes) {
        Set<Purpose> left = left(event, purposes);
        boolean isOver =
                !retention.contractUntil(event.times().at()).isAfter(event.times().receivedAt());
        return left.isEmpty() && isOver ? new Refused() : new Kept(left, Ground.CONTRACT);
    }

    private Judgement kept(TrackedEvent event, Set<Purpose> purposes) {
        Set<Purpose> left = left(event, purposes);
        return left.isEmpty() ? new Refused() : new Kept(left, Ground.CONSENT);
    }

    /** What happened so long ago that it would be forgotten at once is not kept at all. */
    private Set<Purpose> left(TrackedEvent event, Set<Purpose> purposes) {
        return retention.left(purposes, event.times().at(), event.times().receivedAt());
    }

    private static Set<Purpose> keepable(Source source, Collection<Purpose> granted) {
        return keepable(granted.stream().filter(source::isFor).toList());
    }

    /** Nobody's word widens what the ledger says; anybody's no narrows it. */
    private static Set<Purpose> live(TrackedEvent event, Source source, Permissions live) {
        Set<Purpose> refused = event.statedConsent().map(StatedConsent::refused).orElse(Set.of());
        return keepable(
                source,
                live.allowed().stream().filter(purpose -> !refused.contains(purpose)).toList());
    }
}
