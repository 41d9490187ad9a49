package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.view.KnownAboutMe.KnownValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Collects everything known about some identities, whatever it may be used for. */
@ApplicationScoped
class ReadKnown {
    private static final int MOST_EVENTS = 500;

    private final KnownStore known;
    private final TraitStore traits;

    ReadKnown(KnownStore known, TraitStore traits) {
        this.known = known;
        this.traits = traits;
    }

    Uni<KnownAboutMe> about(Collection<IdentityKey> identities) {
        return Uni.combine()
                .all()
                .unis(
                        known.identities(identities),
                        known.links(identities),
                        traits.of(identities),
                        known.events(identities, MOST_EVENTS + 1))
                .with(
                        (named, links, values, events) ->
                                new KnownAboutMe(
                                        named,
                                        links,
                                        KnownValue.of(values),
                                        events.stream().limit(MOST_EVENTS).toList(),
                                        events.size() > MOST_EVENTS));
    }
}
