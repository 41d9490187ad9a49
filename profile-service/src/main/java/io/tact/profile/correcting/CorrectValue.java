package io.tact.profile.correcting;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.linking.FindMine;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.publishing.ProfileRelay;
import io.tact.profile.telling.Teller;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.TraitRow;
import io.tact.profile.trait.ValueClass;
import io.tact.profile.trait.WinningTraits;
import io.tact.profile.view.FindValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the caller says in the place of what is known of them under a name. It serves what that
 * served and nothing more, so that no consent is needed; and what was wrong is gone, since it would
 * count again for an identity that is unlinked.
 */
@ApplicationScoped
class CorrectValue {
    private final FindMine mine;
    private final FindValues values;
    private final ValueStore store;
    private final ProfileRelay relay;
    private final InstantSource clock = InstantSource.system();

    CorrectValue(FindMine mine, FindValues values, ValueStore store, ProfileRelay relay) {
        this.mine = mine;
        this.values = values;
        this.store = store;
        this.relay = relay;
    }

    /**
     * @param value JSON
     */
    Uni<Correction> correct(Caller caller, String name, String value, String requestId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return mine.of(caller)
                .chain(
                        keys ->
                                values.of(keys, now)
                                        .map(known -> named(name, known))
                                        .chain(
                                                wrong ->
                                                        correct(
                                                                new Wrong(keys, wrong),
                                                                Teller.of(caller),
                                                                name,
                                                                value,
                                                                now,
                                                                requestId)));
    }

    private static List<KnownTrait> named(String name, List<KnownTrait> known) {
        return known.stream().filter(trait -> trait.name().equals(name)).toList();
    }

    private Uni<Correction> correct(
            Wrong wrong, Teller teller, String name, String value, Instant now, String requestId) {
        if (wrong.values().isEmpty()) {
            return Uni.createFrom().item(Correction.UNKNOWN);
        }
        Set<Purpose> purposes = wrong.purposes(name, value);
        if (purposes.isEmpty()) {
            return Uni.createFrom().item(Correction.PROTECTED);
        }
        var told =
                new KnownTrait(
                        name,
                        value,
                        ValueClass.TOLD,
                        teller.identity().key(),
                        purposes,
                        teller.source(),
                        now,
                        UUID.randomUUID().toString(),
                        null,
                        wrong.until());
        return store.correct(wrong.of(), teller, TraitRow.of(told), requestId)
                .invoke(relay::nudge)
                .replaceWith(Correction.CORRECTED);
    }

    /** All that is known under a name of some identities. */
    private record Wrong(List<IdentityKey> of, List<KnownTrait> values) {
        /** What is of a protected category serves its own, and only if it was told for that. */
        Set<Purpose> purposes(String name, String corrected) {
            return ProtectedCategories.shipped()
                    .purposeOfTrait(name, corrected)
                    .map(own -> wasToldFor(own) ? Set.of(own) : Set.<Purpose>of())
                    .orElseGet(
                            () ->
                                    values.stream()
                                            .flatMap(trait -> trait.purposes().stream())
                                            .collect(Collectors.toUnmodifiableSet()));
        }

        private boolean wasToldFor(Purpose own) {
            return values.stream()
                    .anyMatch(
                            trait ->
                                    trait.valueClass() == ValueClass.TOLD
                                            && trait.purposes().contains(own));
        }

        /** As the one that counted: an answer still ends when its question said. */
        @Nullable Instant until() {
            return WinningTraits.of(values).values().iterator().next().until();
        }
    }
}
