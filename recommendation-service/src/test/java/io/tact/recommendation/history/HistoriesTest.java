package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Deed.Act;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey ANNS_PHONE = People.key("ann's phone");

    private final Histories histories = new Histories();

    @Test
    void orderIsKnownToAllThatItLists() {
        histories.add(order());

        assertThat(histories.of(ANN).purchases()).hasSize(1);
        assertThat(histories.of(ANNS_PHONE)).isEqualTo(histories.of(ANN));
    }

    @Test
    void erasedOrderIsTakenFromAllThatItListed() {
        histories.add(order());

        histories.remove(ANN, 1);

        assertThat(histories.size()).isZero();
    }

    @Test
    void knownEventChangesNothing() {
        histories.add(ANN, new Deed(2, Act.VIEWED, "tent-1", 0, 0, Purposes.ALL));
        long before = histories.changes();

        histories.add(ANN, new Deed(2, Act.VIEWED, "tent-1", 0, 0, Purposes.ALL));

        assertThat(histories.changes()).isEqualTo(before);
    }

    @Test
    void oldDeedsAreForgottenAndOrdersStay() {
        histories.add(ANN, new Deed(2, Act.VIEWED, "tent-1", 0, 0, Purposes.ALL));
        histories.add(order());

        histories.keepSince(1_000);

        assertThat(histories.of(ANN).deeds()).isEmpty();
        assertThat(histories.of(ANN).purchases()).hasSize(1);
    }

    private static Purchase order() {
        return new Purchase(1, List.of("tent-1"), 0, ANN, List.of(ANN, ANNS_PHONE));
    }
}
