package io.tact.crash.consents;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A harness that finds nothing has to show that it would. */
class EntryAuditTest {
    private static final String ANN = "ann-ann-ann";

    @Test
    void allThatWasAcknowledgedAndNothingElseIsFine() {
        assertThatCode(() -> EntryAudit.demandSame(said(1, 2, 3), kept(1, 2, 3)))
                .doesNotThrowAnyException();
    }

    @Test
    void anAcknowledgedVersionThatIsGoneIsLost() {
        assertThatThrownBy(() -> EntryAudit.demandSame(said(1, 2, 3), kept(1, 2)))
                .hasMessageStartingWith("Lost")
                .hasMessageContaining("=3");
    }

    @Test
    void aPersonOfWhomNothingIsLeftIsLost() {
        assertThatThrownBy(() -> EntryAudit.demandSame(said(1), Map.of()))
                .hasMessageStartingWith("Lost");
    }

    @Test
    void aVersionThatNobodyWasToldOfIsDoubled() {
        assertThatThrownBy(() -> EntryAudit.demandSame(said(1, 3), kept(1, 2, 3)))
                .hasMessageStartingWith("Doubled")
                .hasMessageContaining("=2");
    }

    @Test
    void aVersionThatNeverWasIsLeftOut() {
        assertThatThrownBy(() -> EntryAudit.demandSame(said(1, 3), kept(1, 3)))
                .hasMessageStartingWith("Left out")
                .hasMessageContaining("=2");
    }

    private static Map<String, SortedMap<Long, Statement>> said(long... versions) {
        var said = new TreeMap<Long, Statement>();
        for (long version : versions) {
            var speaker = new Speaker(Map.of(), true);
            said.put(version, new Statement(version, "key-" + version, speaker, Map.of()));
        }
        return Map.of(ANN, said);
    }

    private static Map<String, SortedSet<Long>> kept(long... versions) {
        return Map.of(ANN, new TreeSet<>(LongStream.of(versions).boxed().toList()));
    }
}
