package io.tact.crash.consents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "n,refused",
        "y,granted",
        "yn,withdrawn",
        "ynn,withdrawn",
        "yny,granted",
        "nn,refused",
        "nyn,withdrawn"
    })
    void aNoTakesBackWhatWasGrantedOnce(String said, String word) {
        assertThat(after(said).answers()).containsExactly(Map.entry("experience", word));
    }

    @Test
    void itIsOfTheLastVersion() {
        assertThat(after("yny").version()).isEqualTo(new Version("ann", 3));
    }

    private static Standing after(String said) {
        var statements = new TreeMap<Long, Statement>();
        for (int i = 0; i < said.length(); i++) {
            var answers = Map.of("experience", said.charAt(i) == 'y');
            var speaker = new Speaker(Map.of(), true);
            statements.put(i + 1L, new Statement(i, "key-" + i, speaker, answers));
        }
        return Standing.after("ann", statements);
    }
}
