package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.ReadComputed;
import io.tact.profile.linking.FindIdentities;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.reading.ReadLog.Read;
import io.tact.profile.trait.Adulthood;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.WinningTraits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What may be used for one purpose. Both ends must allow it now, each by its own answers: whoever
 * is being served, and the identity under which a value was recorded, which must have allowed it
 * then as well.
 */
@ApplicationScoped
class ReadProfile {
    private final Consents consents;
    private final FindIdentities identities;
    private final TraitStore traits;
    private final ReadComputed computed;
    private final ReadLog log;

    ReadProfile(
            Consents consents,
            FindIdentities identities,
            TraitStore traits,
            ReadComputed computed,
            ReadLog log) {
        this.consents = consents;
        this.identities = identities;
        this.traits = traits;
        this.computed = computed;
        this.log = log;
    }

    /**
     * @param client who reads, and will be seen to have
     */
    Uni<Profile> read(Caller caller, Purpose purpose, String client) {
        return consents.permissions(caller)
                .chain(
                        served ->
                                identities
                                        .of(caller.keys())
                                        .chain(people -> profile(people, served, purpose)))
                .call(profile -> log.add(foremost(caller), profile.readBy(client, purpose)));
    }

    private static IdentityKey foremost(Caller caller) {
        return Objects.requireNonNull(caller.foremost(), "somebody is being served").key();
    }

    private Uni<Profile> profile(
            Collection<IdentityKey> people, Permissions served, Purpose purpose) {
        List<IdentityKey> usable =
                served.allows(purpose)
                        ? people.stream().filter(key -> allows(key, purpose)).toList()
                        : List.of();
        return traits.of(people).chain(known -> profile(known, usable, purpose));
    }

    private boolean allows(IdentityKey key, Purpose purpose) {
        return consents.permissionsOf(List.of(key)).allows(purpose);
    }

    private Uni<Profile> profile(
            List<KnownTrait> known, List<IdentityKey> allowing, Purpose purpose) {
        Instant now = Instant.now();
        List<KnownTrait> usable =
                known.stream()
                        .filter(trait -> allowing.contains(trait.recordedUnder()))
                        .filter(trait -> isFor(trait, purpose))
                        .toList();
        Map<String, KnownTrait> said = WinningTraits.of(usable);
        Adulthood adulthood =
                Adulthood.of(known, usable, now.atOffset(ZoneOffset.UTC).toLocalDate());
        return computed.of(
                        adulthood == Adulthood.ADULT ? allowing : List.of(),
                        purpose,
                        said.values(),
                        now)
                .map(
                        inferred ->
                                new Profile(
                                        WinningTraits.of(
                                                Stream.of(usable, inferred)
                                                        .flatMap(List::stream)
                                                        .toList()),
                                        usable.size() < known.size(),
                                        adulthood));
    }

    /**
     * What is of a protected category serves its own purpose only, whatever was said when it came.
     */
    private static boolean isFor(KnownTrait trait, Purpose purpose) {
        return trait.purposes().contains(purpose)
                && ProtectedCategories.shipped()
                        .ofTrait(trait.name(), trait.value())
                        .map(category -> category.purpose().equals(purpose))
                        .orElse(true);
    }

    /**
     * @param traits by name
     * @param withheld there is more that may not be used for this
     * @param adulthood nothing is inferred about anybody who may be a minor
     */
    record Profile(Map<String, KnownTrait> traits, boolean withheld, Adulthood adulthood) {
        Read readBy(String client, Purpose purpose) {
            return new Read(client, purpose, traits.keySet(), withheld);
        }
    }
}
