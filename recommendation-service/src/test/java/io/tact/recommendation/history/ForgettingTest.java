package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Preferences.Liked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What each replica does about somebody who is forgotten until second 10. */
class ForgettingTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey BOB = People.key("bob");
    private static final Instant SEEN = Instant.ofEpochSecond(10);
    private static final BiPredicate<IdentityKey, Instant> ANN_IS_FORGOTTEN =
            (key, at) -> key.equals(ANN) && !at.isAfter(Instant.ofEpochSecond(10));

    private final Histories histories = new Histories();
    private final Persons persons = new Persons();
    private final Preferences preferences = new Preferences();
    private final Stops stops = new Stops();

    @Test
    void whatWasDoneUntilThenGoesAndWhatIsDoneLaterStays() {
        Deed later = deed(3, 10_001);
        histories.add(ANN, deed(1, 9_999));
        histories.add(ANN, deed(2, 10_000));
        histories.add(ANN, later);
        histories.add(BOB, deed(4, 9_999));

        Map<IdentityKey, Integer> lost = histories.forget(ANN_IS_FORGOTTEN);

        assertThat(histories.of(ANN).deeds()).containsExactly(later);
        assertThat(histories.of(BOB).deeds()).hasSize(1);
        assertThat(lost).isEqualTo(Map.of(ANN, 2));
    }

    @Test
    void orderOfOneWhoIsForgottenGoesFromAllWhomItLists() {
        histories.add(order(1, 10_000, ANN));

        histories.forget(ANN_IS_FORGOTTEN);

        assertThat(histories.size()).isZero();
    }

    @Test
    void orderOfSomebodyElseStaysForTheOthersWhomItLists() {
        histories.add(order(1, 10_000, BOB));

        histories.forget(ANN_IS_FORGOTTEN);

        assertThat(histories.keys()).containsExactly(BOB);
        assertThat(histories.of(BOB).purchases().get(0).identities()).containsExactly(BOB);
    }

    @Test
    void laterOrderStaysWithAll() {
        histories.add(order(1, 10_001, BOB));
        histories.add(order(2, 10_001, ANN));

        histories.forget(ANN_IS_FORGOTTEN);

        assertThat(histories.of(ANN)).isEqualTo(histories.of(BOB));
        assertThat(histories.of(ANN).purchases()).hasSize(2);
    }

    @Test
    void orderGoesEvenIfItsOwnerHasTooManyToKeepIt() {
        for (int number = 0; number < History.MOST; number++) {
            histories.add(new Purchase(100 + number, List.of("tent-1"), 9_000, ANN, List.of(ANN)));
        }
        histories.add(order(1, 1_000, ANN));
        assertThat(histories.of(ANN).purchases()).noneMatch(purchase -> purchase.event() == 1);

        histories.forget(ANN_IS_FORGOTTEN);

        assertThat(histories.size()).isZero();
    }

    @Test
    void modelHasToBeMadeAnewOnlyIfSomethingWent() {
        histories.add(BOB, deed(1, 9_999));
        long before = histories.changes();

        histories.forget(ANN_IS_FORGOTTEN);
        assertThat(histories.changes()).isEqualTo(before);

        histories.forget((key, at) -> key.equals(BOB));
        assertThat(histories.changes()).isGreaterThan(before);
    }

    @Test
    void identityIsNoLongerOfAForgottenPersonAndStaysOfALaterOne() {
        IdentityKey phone = People.key("ann's phone");
        persons.put(ANN, "old", 1, SEEN, false);
        persons.put(phone, "old", 1, SEEN, true);
        persons.put(ANN, "new", 2, SEEN, false);

        int forgotten = persons.forget(Set.of("old", "older"), Set.of(), SEEN);

        assertThat(forgotten).isOne();
        assertThat(persons.names(List.of(phone))).containsExactly(phone.value());
        assertThat(persons.names(List.of(ANN))).containsExactlyInAnyOrder(ANN.value(), "new");
        assertThat(persons.family(List.of(phone))).containsExactly(phone);
    }

    @Test
    void identityThatIsForgottenAloneLeavesItsPersonUnlessItWasSeenAgain() {
        IdentityKey phone = People.key("ann's phone");
        persons.put(ANN, "ann", 1, SEEN, false);
        persons.put(BOB, "ann", 1, SEEN, false);
        persons.put(phone, "ann", 1, SEEN.plusMillis(1), true);

        int forgotten = persons.forget(Set.of(), Set.of(BOB, phone), SEEN);

        assertThat(forgotten).isOne();
        assertThat(persons.family(List.of(ANN))).containsExactlyInAnyOrder(ANN, phone);
        assertThat(persons.names(List.of(BOB))).containsExactly(BOB.value());
    }

    @Test
    void preferencesOfAForgottenPersonGo() {
        preferences.put("ann", 1, List.of(new Liked("tent", ANN, null)));
        preferences.put("bob", 1, List.of(new Liked("mug", BOB, null)));

        int forgotten = preferences.forget(Set.of("ann", "nobody"));

        assertThat(forgotten).isOne();
        assertThat(preferences.of(List.of("ann", "bob")))
                .containsExactly(new Liked("mug", BOB, null));
    }

    @Test
    void stopsOfAForgottenPersonGo() {
        stops.put("ann", "product:tent-1", Instant.MAX);
        stops.put(ANN.value(), "product:tent-2", Instant.MAX);
        stops.put("bob", "product:tent-1", Instant.MAX);

        int forgotten = stops.forget(Set.of("ann", ANN.value()));

        assertThat(forgotten).isEqualTo(2);
        assertThat(stops.stops(List.of("ann"), "tent-1", Instant.EPOCH)).isFalse();
        assertThat(stops.stops(List.of(ANN.value()), "tent-2", Instant.EPOCH)).isFalse();
        assertThat(stops.stops(List.of("bob"), "tent-1", Instant.EPOCH)).isTrue();
    }

    private static Deed deed(long event, long atMillis) {
        return new Deed(event, Act.VIEWED, "tent-1", atMillis, 0, Purposes.ALL);
    }

    private static Purchase order(long event, long atMillis, IdentityKey recordedBy) {
        return new Purchase(event, List.of("tent-1"), atMillis, recordedBy, List.of(ANN, BOB));
    }
}
