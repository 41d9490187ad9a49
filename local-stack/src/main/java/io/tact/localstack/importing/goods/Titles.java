package io.tact.localstack.importing.goods;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes titles of descriptions that shout: WHITE HANGING HEART T-LIGHT HOLDER is White Hanging
 * Heart T-Light Holder.
 */
final class Titles {
    private static final Set<String> SMALL =
            Set.of("a", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    private Titles() {}

    static String readable(String description) {
        String tidy =
                description.replaceAll("[\\s\\p{Cntrl}]+", " ").replaceAll("^[ .,*]+|[ .,*]+$", "");
        return tidy.equals(tidy.toUpperCase(Locale.ROOT)) ? inTitleCase(tidy) : tidy;
    }

    private static String inTitleCase(String shouted) {
        String small = shouted.toLowerCase(Locale.ROOT);
        return WORD.matcher(small)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        found.start() > 0 && SMALL.contains(found.group())
                                                ? found.group()
                                                : capital(found.group())));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
