package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.profile.linking.FindIdentities;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.trait.KnownTrait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What is known of those who are the caller, and which of it may be used for a purpose. */
@ApplicationScoped
public class FindTraits {
    private final Consents consents;
    private final FindIdentities identities;
    private final TraitStore traits;

    FindTraits(Consents consents, FindIdentities identities, TraitStore traits) {
        this.consents = consents;
        this.identities = identities;
        this.traits = traits;
    }

    public Uni<List<KnownTrait>> of(Caller caller, Instant now) {
        return identities.of(caller.keys()).chain(keys -> traits.of(keys, now));
    }

    /**
     * Both ends must allow it now, each by its own answers: whoever is being served, and the
     * identity under which a value was recorded, which must have allowed it then as well. What is
     * of a protected category serves its own purpose only, whatever was said when it came.
     */
    public List<KnownTrait> usable(List<KnownTrait> known, Permissions served, Purpose purpose) {
        return served.allows(purpose)
                ? known.stream().filter(trait -> allowsItself(trait, purpose)).toList()
                : List.of();
    }

    private boolean allowsItself(KnownTrait trait, Purpose purpose) {
        return trait.purposes().contains(purpose)
                && ProtectedCategories.shipped()
                        .purposeOfTrait(trait.name(), trait.value())
                        .map(purpose::equals)
                        .orElse(true)
                && consents.permissionsOf(List.of(trait.recordedUnder())).allows(purpose);
    }
}
