package io.tact.storefront.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** What the shop speaks. */
enum Language {
    ENGLISH("en", Locale.UK),
    GERMAN("de", Locale.GERMANY);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    String tag() {
        return tag;
    }

    Locale locale() {
        return locale;
    }

    static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The best of {@code Accept-Language}; English when nothing fits or it cannot be read. */
    static Language accepted(String header) {
        try {
            List<String> tags = Arrays.stream(values()).map(Language::tag).toList();
            String best = Locale.lookupTag(LanguageRange.parse(header), tags);
            return best == null ? ENGLISH : of(best).orElse(ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }
}
