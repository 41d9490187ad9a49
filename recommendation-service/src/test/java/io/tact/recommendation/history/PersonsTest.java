package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey PHONE = People.key("phone");

    private final Persons persons = new Persons();

    @Test
    void unknownIdentityIsAloneAndItsOwnName() {
        assertThat(persons.family(List.of(ANN))).containsExactly(ANN);
        assertThat(persons.names(List.of(ANN))).containsExactly(ANN.value());
    }

    @Test
    void linkedIdentitiesAreOneFamily() {
        persons.put(ANN, "p1", 1);
        persons.put(PHONE, "p1", 1);

        assertThat(persons.family(List.of(PHONE))).containsExactlyInAnyOrder(ANN, PHONE);
        assertThat(persons.names(List.of(PHONE))).containsExactlyInAnyOrder("p1", PHONE.value());
    }

    @Test
    void unlinkedIdentitiesAreTwoAgain() {
        persons.put(ANN, "p1", 1);
        persons.put(PHONE, "p1", 1);

        persons.put(PHONE, "p2", 2);

        assertThat(persons.family(List.of(PHONE))).containsExactly(PHONE);
        assertThat(persons.family(List.of(ANN))).containsExactly(ANN);
    }

    @Test
    void olderVersionChangesNothing() {
        persons.put(ANN, "p2", 2);

        persons.put(ANN, "p1", 1);

        assertThat(persons.names(List.of(ANN))).contains("p2");
    }

    @Test
    void erasedIdentityIsNobodys() {
        persons.put(ANN, "p1", 1);
        persons.put(PHONE, "p1", 1);

        persons.remove(ANN);

        assertThat(persons.family(List.of(PHONE))).containsExactly(PHONE);
    }
}
