package io.tact.profile.keeping;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.profile.event.TrackedEvent;
import io.tact.profile.keeping.Judgement.Kept;
import io.tact.profile.keeping.Judgement.Refused;
import io.tact.profile.keeping.Judgement.Undecided;
import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import java.util.Optional;
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
    public static Set<Purpose> keepable(Set<Purpose> granted) {
        return granted.stream().filter(PURPOSES::contains).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param live what all subjects of the event allow together, now
     */
    public static Judgement judge(TrackedEvent event, Source source, Permissions live) {
        if (source.ground() == Ground.CONTRACT && event.isOrder()) {
            return new Kept(keepable(live.allowed()), Ground.CONTRACT);
        }
        Optional<Set<Purpose>> stated =
                event.statedPurposes().filter(purposes -> source.statesConsent());
        if (stated.isEmpty() && live.isUndecided()) {
            return new Undecided();
        }
        Set<Purpose> granted = keepable(stated.orElseGet(live::allowed));
        return granted.isEmpty() ? new Refused() : new Kept(granted, Ground.CONSENT);
    }
}
