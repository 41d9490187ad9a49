package io.tact.consent.notice.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
    @ParameterizedTest
    @CsvSource({
        "we, 1",
        "use, 1",
        "used, 1",
        "page, 1",
        "table, 2",
        "visited, 3",
        "suggestion, 3",
        "advertising, 4",
        "the, 1",
        "shh, 1"
    })
    void english(String word, int heard) {
        assertThat(Syllables.ENGLISH.in(word)).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "wir, 1",
        "Seite, 2",
        "Geräten, 3",
        "Vorschläge, 3",
        "Einstellungen, 4",
        "Bräute, 2",
        "Neues, 2",
        "Verarbeitung, 4"
    })
    void german(String word, int heard) {
        assertThat(Syllables.GERMAN.in(word)).isEqualTo(heard);
    }
}
