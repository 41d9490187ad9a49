package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.reading.ReadLog.Read;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.WinningTraits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What may be used for one purpose, by name the value that counts. */
@ApplicationScoped
class ReadProfile {
    private final Consents consents;
    private final FindTraits traits;
    private final ReadLog log;
    private final InstantSource clock = InstantSource.system();

    ReadProfile(Consents consents, FindTraits traits, ReadLog log) {
        this.consents = consents;
        this.traits = traits;
        this.log = log;
    }

    /**
     * @param client who reads, and will be seen to have
     */
    Uni<Profile> read(Caller caller, Purpose purpose, String client) {
        return consents.permissions(caller)
                .chain(
                        served ->
                                traits.of(caller, clock.instant())
                                        .map(known -> profile(known, served, purpose)))
                .call(profile -> log.add(foremost(caller), profile.readBy(client, purpose)));
    }

    private static IdentityKey foremost(Caller caller) {
        return Objects.requireNonNull(caller.foremost(), "somebody is being served").key();
    }

    private Profile profile(List<KnownTrait> known, Permissions served, Purpose purpose) {
        List<KnownTrait> usable = traits.usable(known, served, purpose);
        return new Profile(WinningTraits.of(usable), usable.size() < known.size());
    }

    /**
     * @param traits by name
     * @param withheld there is more that may not be used for this
     */
    record Profile(Map<String, KnownTrait> traits, boolean withheld) {
        Read readBy(String client, Purpose purpose) {
            return new Read(client, purpose, traits.keySet(), withheld);
        }
    }
}
