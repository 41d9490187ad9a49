package io.tact.profile.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What no taxonomy names: people's own words for what they are, and a shop's for what it sells. */
class PhrasesTest {
    private final ProtectedCategories categories = ProtectedCategories.shipped();

    @Test
    void refusesWhatPeopleAre() {
        List<String> phrases = TestLines.of("sensitive-phrases.txt");

        List<String> missed =
                phrases.stream().filter(phrase -> categories.ofText(phrase).isEmpty()).toList();

        System.out.printf("PhrasesTest: missed %d of %d%n", missed.size(), phrases.size());
        assertThat(missed).isEmpty();
    }

    @Test
    void leavesTheShopItsWords() {
        List<String> phrases = TestLines.of("harmless-phrases.txt");

        List<String> refused =
                phrases.stream().filter(phrase -> categories.ofText(phrase).isPresent()).toList();

        System.out.printf("PhrasesTest: refused %d of %d%n", refused.size(), phrases.size());
        assertThat(refused).isEmpty();
    }
}
