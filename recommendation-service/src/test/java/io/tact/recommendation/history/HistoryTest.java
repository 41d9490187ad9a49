package io.tact.recommendation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import io.tact.recommendation.history.Deed.Act;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long MINUTE = 60_000;

    @Test
    void sameEventTwiceIsOneDeed() {
        var once = History.EMPTY.with(viewed(1, 0, 0));

        assertThat(once.with(viewed(1, 0, 0))).isSameAs(once);
    }

    @Test
    void deedsStandInTheOrderOfTheirTimeHoweverTheyArrive() {
        var history =
                History.EMPTY
                        .with(viewed(1, 5 * MINUTE, 0))
                        .with(viewed(2, 9 * MINUTE, 0))
                        .with(viewed(3, 7 * MINUTE, 0));

        assertThat(history.deeds()).extracting(Deed::event).containsExactly(1L, 3L, 2L);
    }

    @Test
    void visitEndsAfterHalfAnHour() {
        var history =
                History.EMPTY
                        .with(viewed(1, 0, 0))
                        .with(viewed(2, 30 * MINUTE, 0))
                        .with(viewed(3, 60 * MINUTE + 1, 0));

        assertThat(history.visits()).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void visitEndsWhereTheSenderSaysSo() {
        var history =
                History.EMPTY
                        .with(viewed(1, 0, 7))
                        .with(viewed(2, MINUTE, 8))
                        .with(viewed(3, 2 * MINUTE, 0));

        assertThat(history.visits()).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    void whoeverDoesTooMuchKeepsTheLatest() {
        var history = History.EMPTY;
        for (int event = 0; event <= History.MOST; event++) {
            history = history.with(viewed(event, event, 0));
        }

        assertThat(history.deeds()).hasSize(History.MOST);
        assertThat(history.deeds().get(0).event()).isEqualTo(1);
    }

    @Test
    void forgottenIsAsIfItHadNeverBeen() {
        var known = History.EMPTY.with(viewed(1, 0, 0));

        assertThat(known.with(viewed(2, MINUTE, 0)).without(2)).isEqualTo(known);
        assertThat(known.with(viewed(2, MINUTE, 0)).since(MINUTE).deeds())
                .extracting(Deed::event)
                .containsExactly(2L);
        assertThat(known.without(1).isEmpty()).isTrue();
    }

    @Test
    void nothingServesMoreThanItWasRecordedFor() {
        var history =
                History.EMPTY
                        .with(viewed(1, 0, Set.of(Purpose.MEASUREMENT)))
                        .with(viewed(2, MINUTE, Purposes.ALL));

        assertThat(history.serving(Purpose.EXPERIENCE).deeds())
                .extracting(Deed::event)
                .containsExactly(2L);
        assertThat(history.serving(Purpose.MEASUREMENT)).isSameAs(history);
    }

    @Test
    void aRepeatedDeedNarrowsAndNeverWidens() {
        var marketing = viewed(1, 0, Set.of(Purpose.MARKETING));
        var history = History.EMPTY.with(viewed(1, 0, Purposes.ALL)).with(viewed(2, MINUTE, 0));

        var narrowed = history.with(marketing);

        assertThat(narrowed.deeds()).containsExactly(marketing, viewed(2, MINUTE, 0));
        assertThat(narrowed.with(viewed(1, 0, Purposes.ALL))).isSameAs(narrowed);
    }

    private static Deed viewed(long event, long atMillis, Set<Purpose> purposes) {
        return new Deed(event, Act.VIEWED, "tent-1", atMillis, 0, purposes);
    }

    private static Deed viewed(long event, long atMillis, int session) {
        return new Deed(event, Act.VIEWED, "tent-1", atMillis, session, Purposes.ALL);
    }
}
