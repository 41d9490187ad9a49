package io.tact.consent.notice.plain;

import io.tact.consent.purpose.Language;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many a word has, by its letters: good for an average, not for a poem. */
enum Syllables {
    ENGLISH("[aeiouy]+") {
        /** The e at the end of "page" and in "used" is not heard. */
        @Override
        int in(String word) {
            int heard = super.in(word);
            return heard > 1 && SILENT.matcher(word.toLowerCase(Locale.ROOT)).find()
                    ? heard - 1
                    : heard;
        }
    },
    GERMAN("aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouyäöü]");

    private static final Pattern SILENT = Pattern.compile("(?<!l)e$|[^tdaeiouy]ed$");

    private final Pattern nucleus;

    Syllables(String nucleus) {
        this.nucleus = Pattern.compile(nucleus);
    }

    static Syllables of(Language language) {
        return language == Language.DE ? GERMAN : ENGLISH;
    }

    int in(String word) {
        long found = nucleus.matcher(word.toLowerCase(Locale.ROOT)).results().count();
        return Math.max(1, (int) found);
    }
}
