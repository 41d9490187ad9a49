package io.tact.recommendation.answer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which sentences are written. */
public enum Language {
    ENGLISH,
    GERMAN;

    /**
     * @param wanted a language tag or an {@code Accept-Language} header; the first of it counts
     */
    public static Language of(@Nullable String wanted) {
        return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("de")
                ? GERMAN
                : ENGLISH;
    }

    String say(String english, String german) {
        return this == GERMAN ? german : english;
    }
}
