package io.tact.frequency.cap;

import java.util.regex.Pattern;

/**
 * What an impression is an impression of: {@code campaign:spring-sale}, {@code product:tent-1},
 * {@code placement:home.hero}, {@code category:camping}; every impression carries {@link #GLOBAL}
 * too.
 *
 * @param value {@code global}, or a word, a colon and up to 200 printable characters
 */
public record Label(String value) {
    private static final Pattern FORM =
            Pattern.compile("global|[a-z][a-z_]{0,30}:[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,199}");

    public static final Label GLOBAL = new Label("global");

    public Label {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A label is 'global' or <word>:<up to 200 characters>, not '" + value + "'");
        }
    }

    public static Label campaign(String id) {
        return new Label("campaign:" + id);
    }

    public static Label placement(String name) {
        return new Label("placement:" + name);
    }

    public static Label product(String item) {
        return new Label("product:" + item);
    }

    /** Whether an item of this name can be advertised at all. */
    public static boolean canBeProduct(String item) {
        return FORM.matcher("product:" + item).matches();
    }

    /** Whether the service gives this label itself, so that a campaign may not. */
    public boolean isOurs() {
        return equals(GLOBAL)
                || value.startsWith("campaign:")
                || value.startsWith("placement:")
                || value.startsWith("product:");
    }

    @Override
    public String toString() {
        return value;
    }
}
