package io.tact.frequency.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.frequency.person.RowKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Under which names and keys somebody stands in this service. */
record Traces(List<String> identities, Set<String> persons) {
    Traces {
        identities = List.copyOf(identities);
        persons = Set.copyOf(persons);
    }

    static Traces of(Erasure erasure) {
        return new Traces(
                erasure.identities().stream().map(IdentityKey::value).sorted().toList(),
                erasure.persons());
    }

    /** What is before the first {@code /} of the keys of their records. */
    Set<String> names() {
        var names = new HashSet<>(identities);
        names.addAll(persons);
        return names;
    }

    UUID[] rows() {
        return keys(names());
    }

    UUID[] rowsOfIdentities() {
        return keys(identities);
    }

    UUID[] rowsOfPersons() {
        return keys(persons);
    }

    /** Of identities that were asked for without a visitor's token. */
    UUID[] sessions() {
        return identities.stream().map(RowKey::ofSession).toArray(UUID[]::new);
    }

    /** The names would be personal in a log. */
    @Override
    public String toString() {
        return "Traces of " + identities.size() + " identities and " + persons.size() + " persons";
    }

    private static UUID[] keys(Collection<String> names) {
        return names.stream().map(RowKey::ofPerson).sorted().toArray(UUID[]::new);
    }
}
