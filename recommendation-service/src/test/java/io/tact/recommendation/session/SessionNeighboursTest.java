package io.tact.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionNeighboursTest {
    private static final IntPredicate ALL = item -> true;
    private static final NeighbourSettings PLAIN = new NeighbourSettings(10, 10, 10, 1, 1, 366);
    private static final long DAY = 86_400;

    @Test
    void scoreIsLikenessTimesNearnessTimesRarity() {
        // Given: item 0 in both sessions, 1 and 2 in one each
        var index = index(3, session(0, 0, 1), session(0, 0, 2, 0));

        var found = ask(index, PLAIN, 0);

        // Then: likeness 1; item 2 stands beside the last 0, so exp(-1); ln(1 + 2/1) = ln 3
        double one = Math.exp(-1) * Math.log(3);
        assertThat(found).extracting(Neighbourly::item).containsExactly(0, 1, 2);
        assertThat(found.get(0).score())
                .isCloseTo((1 + 1 + Math.exp(-2)) * Math.log(2), within(1e-6));
        assertThat(found.get(1).score()).isCloseTo(one, within(1e-6));
        assertThat(found.get(2).score()).isCloseTo(one, within(1e-6));
    }

    @Test
    void lastClickCountsMostAndIsNamedAsTheReason() {
        // Given: 2 follows 0, 3 follows 1; the visitor clicked 0 and then 1
        var index = index(4, session(0, 0, 2), session(0, 1, 3));

        var found = ask(index, PLAIN, 0, 1);

        assertThat(scoreOf(found, 3) / scoreOf(found, 2)).isCloseTo(Math.exp(1), within(1e-5));
        assertThat(reasonOf(found, 3)).isEqualTo(1);
        assertThat(reasonOf(found, 2)).isZero();
    }

    @Test
    void itemThatWasClickedTwiceCountsWhereItWasClickedLast() {
        var index = index(4, session(0, 0, 2), session(0, 1, 3));

        var found = ask(index, PLAIN, 0, 1, 0);

        assertThat(scoreOf(found, 2) / scoreOf(found, 3)).isCloseTo(Math.exp(1), within(1e-5));
    }

    @Test
    void olderNeighboursCountLess() {
        var settings = new NeighbourSettings(10, 10, 10, 1, 1, 7);
        var index = index(3, session(0, 0, 1), session(7, 0, 2));

        var found = ask(index, settings, 0);

        assertThat(scoreOf(found, 1) / scoreOf(found, 2)).isCloseTo(Math.exp(-1), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onlyTheMostRecentSessionsOfAnItemAreLookedAt(int sample) {
        var settings = new NeighbourSettings(sample, 10, 10, 1, 1, 366);
        var index = index(4, session(0, 0, 1), session(1, 0, 2), session(2, 0, 3));

        var found = ask(index, settings, 0);

        assertThat(found).extracting(Neighbourly::item).contains(3).hasSize(sample + 1);
    }

    @Test
    void sampleIsSharedByAllClicks() {
        // Given: room for one session; the one of the last click is older
        var settings = new NeighbourSettings(1, 10, 10, 1, 1, 366);
        var index = index(4, session(0, 1, 3), session(1, 0, 2));

        var found = ask(index, settings, 0, 1);

        assertThat(found).extracting(Neighbourly::item).containsExactly(0, 2);
    }

    @Test
    void onlyTheNearestNeighboursAreKept() {
        var settings = new NeighbourSettings(10, 1, 10, 1, 1, 366);
        var index = index(5, session(0, 0, 1, 3), session(1, 1, 4));

        var found = ask(index, settings, 0, 1);

        assertThat(found).extracting(Neighbourly::item).contains(3).doesNotContain(4);
    }

    @Test
    void noScoreIsNegativeHoweverFarAway() {
        int[] long_ = new int[300];
        for (int click = 0; click < long_.length; click++) {
            long_[click] = click;
        }
        var index = index(300, session(0, long_), session(300, 299, 1));

        var found = ask(index, NeighbourSettings.DEFAULTS, long_);

        assertThat(found).isNotEmpty().allSatisfy(one -> assertThat(one.score()).isPositive());
    }

    @Test
    void unwantedItemsLeaveTheirPlaceToOthers() {
        var index = index(4, session(0, 0, 1, 2), session(0, 0, 1, 3));

        var found =
                new SessionNeighbours(index, PLAIN)
                        .of(new int[] {0}, item -> item > 1, 2, new Scratch(PLAIN));

        assertThat(found).extracting(Neighbourly::item).containsExactly(2, 3);
    }

    @Test
    void nothingComesOfNothing() {
        var empty = index(3);
        assertThat(ask(empty, PLAIN, 0)).isEmpty();
        assertThat(ask(index(3, session(0, 0, 1)), PLAIN)).isEmpty();
        assertThat(ask(index(3, session(0, 0, 1)), PLAIN, 2)).isEmpty();
    }

    private static List<Neighbourly> ask(
            SessionIndex index, NeighbourSettings settings, int... evolving) {
        return new SessionNeighbours(index, settings).of(evolving, ALL, 20, new Scratch(settings));
    }

    private static SessionIndex index(int items, PastSession... oldestFirst) {
        return SessionIndex.of(List.of(oldestFirst), items, 10);
    }

    private static PastSession session(int day, int... items) {
        return new PastSession(items, day * DAY);
    }

    private static double scoreOf(List<Neighbourly> found, int item) {
        return found.stream().filter(one -> one.item() == item).findFirst().orElseThrow().score();
    }

    private static int reasonOf(List<Neighbourly> found, int item) {
        return found.stream().filter(one -> one.item() == item).findFirst().orElseThrow().because();
    }
}
