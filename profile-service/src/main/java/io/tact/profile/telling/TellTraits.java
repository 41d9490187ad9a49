package io.tact.profile.telling;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.event.StatedTrait;
import io.tact.profile.keeping.KeepingPolicy;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.log.Batch;
import io.tact.profile.log.EventLogStore;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.TraitRow;
import io.tact.profile.trait.ValueClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps what customers and visitors say about themselves, as far as they allow it to be used. */
@ApplicationScoped
class TellTraits {
    private final CurrentLimits limits;
    private final EventLogStore store;
    private final ProfileRelay relay;

    TellTraits(CurrentLimits limits, EventLogStore store, ProfileRelay relay) {
        this.limits = limits;
        this.store = store;
        this.relay = relay;
    }

    /**
     * @return why what was not kept was not, by name
     */
    Uni<Map<String, Refusal>> tell(Caller caller, List<StatedTrait> told, String requestId) {
        return limits.permissions(caller)
                .chain(permissions -> keep(caller, told, permissions, requestId));
    }

    private Uni<Map<String, Refusal>> keep(
            Caller caller, List<StatedTrait> told, Permissions permissions, String requestId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Teller teller = Teller.of(caller);
        List<TraitRow> rows = new ArrayList<>();
        Map<String, Refusal> refused = new TreeMap<>();
        for (StatedTrait trait : told) {
            Set<Purpose> purposes = purposes(trait, permissions);
            if (purposes.isEmpty()) {
                refused.put(trait.name(), refusal(trait, permissions));
            } else {
                rows.add(TraitRow.of(known(trait, teller, purposes, now)));
            }
        }
        return rows.isEmpty()
                ? Uni.createFrom().item(refused)
                : store.accept(Batch.told(teller.identity(), rows).row(now, requestId, List.of()))
                        .invoke(accepted -> relay.nudge())
                        .replaceWith(refused);
    }

    /** What is of a protected category serves its own purpose and no other. */
    private static Set<Purpose> purposes(StatedTrait trait, Permissions permissions) {
        return protectedPurpose(trait)
                .map(own -> permissions.allows(own) ? Set.of(own) : Set.<Purpose>of())
                .orElseGet(() -> KeepingPolicy.keepable(permissions.allowed()));
    }

    private static Optional<Purpose> protectedPurpose(StatedTrait trait) {
        return ProtectedCategories.shipped().purposeOfTrait(trait.name(), trait.value());
    }

    private static KnownTrait known(
            StatedTrait trait, Teller teller, Set<Purpose> purposes, Instant now) {
        return new KnownTrait(
                trait.name(),
                trait.value(),
                ValueClass.TOLD,
                teller.identity().key(),
                purposes,
                teller.source(),
                now,
                UUID.randomUUID().toString(),
                null,
                null);
    }

    private static Refusal refusal(StatedTrait trait, Permissions permissions) {
        return permissions
                .refusal(protectedPurpose(trait).orElse(Purpose.EXPERIENCE))
                .orElse(Refusal.NOT_GRANTED);
    }
}
