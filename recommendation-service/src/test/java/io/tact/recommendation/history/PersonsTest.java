package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey PHONE = People.key("phone");
    private static final Instant SEEN = Instant.EPOCH;

    private final Persons persons = new Persons();

    @Test
    void unknownIdentityIsAloneAndItsOwnName() {
        assertThat(persons.family(List.of(ANN))).containsExactly(ANN);
        assertThat(persons.names(List.of(ANN))).containsExactly(ANN.value());
    }

    @Test
    void linkedIdentitiesAreOneFamily() {
        persons.put(ANN, "p1", 1, SEEN, false);
        persons.put(PHONE, "p1", 1, SEEN, true);

        assertThat(persons.family(List.of(PHONE))).containsExactlyInAnyOrder(ANN, PHONE);
        assertThat(persons.names(List.of(PHONE))).containsExactlyInAnyOrder("p1", PHONE.value());
    }

    @Test
    void unlinkedIdentitiesAreTwoAgain() {
        persons.put(ANN, "p1", 1, SEEN, false);
        persons.put(PHONE, "p1", 1, SEEN, true);

        persons.put(PHONE, "p2", 2, SEEN, true);

        assertThat(persons.family(List.of(PHONE))).containsExactly(PHONE);
        assertThat(persons.family(List.of(ANN))).containsExactly(ANN);
    }

    @Test
    void olderVersionChangesNothing() {
        persons.put(ANN, "p2", 2, SEEN, false);

        persons.put(ANN, "p1", 1, SEEN, false);

        assertThat(persons.names(List.of(ANN))).contains("p2");
    }

    @Test
    void whoIsNotKnownMayBeADevice() {
        persons.put(ANN, "p1", 1, SEEN, false);

        assertThat(persons.isDevice(ANN)).isFalse();
        assertThat(persons.isDevice(PHONE)).isTrue();
    }

    @Test
    void erasedIdentityIsNobodys() {
        persons.put(ANN, "p1", 1, SEEN, false);
        persons.put(PHONE, "p1", 1, SEEN, true);

        persons.remove(ANN);

        assertThat(persons.family(List.of(PHONE))).containsExactly(PHONE);
    }
}
