package io.tact.recommendation.answer;

import io.tact.consent.client.Consents;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.History;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Preferences.Liked;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.history.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what may be used of a person. Asks for consent anew each time. */
@ApplicationScoped
class Shoppers {
    private final Histories histories;
    private final Persons persons;
    private final Preferences preferences;
    private final Stops stops;
    private final Consents consents;

    Shoppers(
            Histories histories,
            Persons persons,
            Preferences preferences,
            Stops stops,
            Consents consents) {
        this.histories = histories;
        this.persons = persons;
        this.preferences = preferences;
        this.stops = stops;
        this.consents = consents;
    }

    /**
     * @param served the identities of the request; all of them allow the purpose
     */
    Shopper of(List<IdentityKey> served, Purpose purpose, Instant now) {
        Set<IdentityKey> family = persons.family(served);
        Set<IdentityKey> usable = new HashSet<>(served);
        for (IdentityKey key : family) {
            if (!served.contains(key)
                    && consents.permissionsOf(List.of(key)).allows(purpose)
                    && (!isElsewhere(key, served) || consents.allowAcrossDevices(served, key))) {
                usable.add(key);
            }
        }
        Set<String> names = persons.names(served);
        return new Shopper(
                historyOf(whoAllowConclusions(usable), purpose),
                liked(names, usable, now),
                ordersOf(family),
                itemId -> stops.stops(names, itemId, now),
                now);
    }

    /** Who objected is answered by what they said alone, and not by what they did. */
    private Set<IdentityKey> whoAllowConclusions(Set<IdentityKey> usable) {
        return usable.stream().filter(consents::allowConclusions).collect(Collectors.toSet());
    }

    /** On another device than the one that is served. */
    private boolean isElsewhere(IdentityKey key, List<IdentityKey> served) {
        return persons.isDevice(key) && served.stream().anyMatch(persons::isDevice);
    }

    /**
     * What was recorded under these; an order that only lists one of them was recorded under
     * another.
     */
    private History historyOf(Set<IdentityKey> usable, Purpose purpose) {
        History all =
                History.together(usable.stream().map(histories::of).toList()).serving(purpose);
        List<Purchase> own =
                all.purchases().stream()
                        .filter(purchase -> usable.contains(purchase.recordedBy()))
                        .toList();
        return new History(all.deeds(), own);
    }

    private List<Purchase> ordersOf(Set<IdentityKey> family) {
        return family.stream()
                .flatMap(key -> histories.of(key).purchases().stream())
                .distinct()
                .toList();
    }

    private List<String> liked(Set<String> names, Set<IdentityKey> usable, Instant now) {
        return preferences.of(names).stream()
                .filter(liked -> usable.contains(liked.recordedBy()) && liked.counts(now))
                .map(Liked::kind)
                .toList();
    }
}
