package io.tact.consent.purpose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which we can ask. */
public enum Language {
    EN,
    DE;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a person of this tag is shown: {@code de} for {@code de-AT}. */
    public static Optional<Language> ofTag(String tag) {
        int end = tag.indexOf('-');
        return of((end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT));
    }

    /** Empty for a language that we cannot ask in. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.tag().equals(tag)).findAny();
    }
}
