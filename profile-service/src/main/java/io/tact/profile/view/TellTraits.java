package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.event.StatedTrait;
import io.tact.profile.keeping.KeepingPolicy;
import io.tact.profile.log.Batch;
import io.tact.profile.log.EventLogStore;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.TraitRow;
import io.tact.profile.trait.ValueClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps what customers and visitors say about themselves, as far as they allow it to be used. */
@ApplicationScoped
class TellTraits {
    private final Consents consents;
    private final EventLogStore store;
    private final ProfileRelay relay;

    TellTraits(Consents consents, EventLogStore store, ProfileRelay relay) {
        this.consents = consents;
        this.store = store;
        this.relay = relay;
    }

    /**
     * @return why nothing was kept; empty if it was
     */
    Uni<Optional<Refusal>> tell(Caller caller, List<StatedTrait> told, String requestId) {
        return consents.permissions(caller)
                .chain(
                        permissions ->
                                KeepingPolicy.keepable(permissions.allowed()).isEmpty()
                                        ? Uni.createFrom().item(refusal(permissions))
                                        : keep(caller, told, permissions, requestId));
    }

    private Uni<Optional<Refusal>> keep(
            Caller caller, List<StatedTrait> told, Permissions permissions, String requestId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Teller teller = Teller.of(caller);
        Set<Purpose> purposes = KeepingPolicy.keepable(permissions.allowed());
        List<TraitRow> rows =
                told.stream()
                        .map(trait -> known(trait, teller, purposes, now))
                        .map(TraitRow::of)
                        .toList();
        return store.accept(Batch.told(teller.identity(), rows).row(now, requestId, List.of()))
                .invoke(accepted -> relay.nudge())
                .replaceWith(Optional.empty());
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

    private static Optional<Refusal> refusal(Permissions permissions) {
        return Optional.of(permissions.refusal(Purpose.EXPERIENCE).orElse(Refusal.NOT_GRANTED));
    }
}
