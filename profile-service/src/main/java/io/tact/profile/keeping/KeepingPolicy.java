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

/** What an event may be kept for. */
public final class KeepingPolicy {
    private static final Set<Purpose> PURPOSES =
            Set.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);

    private KeepingPolicy() {}

    /** Those of these purposes for which something can be kept. */
    public static Set<Purpose> keepable(Collection<Purpose> granted) {
        return granted.stream().filter(PURPOSES::contains).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param answers of all subjects of the event together
     */
    public static Judgement judge(TrackedEvent event, Source source, Answers answers) {
        if (source.ground() == Ground.CONTRACT && event.isOrder()) {
            return new Kept(
                    answers instanceof Known known
                            ? live(event, source, known.permissions())
                            : Set.of(),
                    Ground.CONTRACT);
        }
        if (source.statesConsent() && event.statedConsent().isPresent()) {
            return kept(keepable(source, event.statedConsent().get().granted()));
        }
        return answers instanceof Awaited awaited
                ? new Undecided(awaited)
                : kept(live(event, source, ((Known) answers).permissions()));
    }

    private static Set<Purpose> keepable(Source source, Collection<Purpose> granted) {
        return keepable(granted.stream().filter(source::isFor).toList());
    }

    private static Judgement kept(Set<Purpose> purposes) {
        return purposes.isEmpty() ? new Refused() : new Kept(purposes, Ground.CONSENT);
    }

    /** Nobody's word widens what the ledger says; anybody's no narrows it. */
    private static Set<Purpose> live(TrackedEvent event, Source source, Permissions live) {
        Set<Purpose> refused = event.statedConsent().map(StatedConsent::refused).orElse(Set.of());
        return keepable(
                source,
                live.allowed().stream().filter(purpose -> !refused.contains(purpose)).toList());
    }
}
