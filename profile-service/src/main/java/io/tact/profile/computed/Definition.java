package io.tact.profile.computed;

import io.tact.consent.client.Purpose;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A trait or an audience, as the shop defines it.
 *
 * @param name of the trait
 * @param purpose the only one for which it is computed and read
 * @param categories that it is about, in the shop's words
 * @param over what it looks at, by the names under which {@code value} knows it
 * @param value CEL over those and {@code traits}
 */
public record Definition(
        String name,
        Kind kind,
        Purpose purpose,
        String description,
        List<String> categories,
        Map<String, Over> over,
        String value) {
    /** What the value may be. */
    public enum Kind {
        TRAIT,
        /** Whether somebody belongs to it. */
        AUDIENCE
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final List<Purpose> PURPOSES =
            List.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);
    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int MOST = 20;

    public Definition {
        require(NAME.matcher(name).matches(), "name is a-z, 0-9 and _, at most 64, not: " + name);
        require(PURPOSES.contains(purpose), "purpose is one of " + PURPOSES);
        require(description.length() <= 1_000, "description has at most 1000 characters");
        require(categories.size() <= MOST, "categories has at most " + MOST);
        require(over.size() <= MOST, "over has at most " + MOST);
        over.keySet().forEach(Definition::requireName);
        requireShort(value);
        over.values().forEach(Definition::requireShort);
        categories = List.copyOf(categories);
        over = Collections.unmodifiableMap(new TreeMap<>(over));
    }

    private static void requireName(String name) {
        require(
                NAME.matcher(name).matches() && !name.equals("traits") && !name.equals("event"),
                "over names what is a-z, 0-9 and _, and neither traits nor event, not: " + name);
    }

    private static void requireShort(Over over) {
        requireShort(over.match());
        if (over.of() != null) {
            requireShort(over.of());
        }
    }

    private static void requireShort(String expression) {
        require(
                expression.length() <= LONGEST_EXPRESSION,
                "an expression has at most " + LONGEST_EXPRESSION + " characters");
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
