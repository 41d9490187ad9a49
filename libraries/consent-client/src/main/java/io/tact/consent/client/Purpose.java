package io.tact.consent.client;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What something personal is used for. All but {@link #NECESSARY} are optional: they need a grant.
 *
 * @param name as in topics and APIs; a protected category is {@code sensitive:<category>}
 */
public record Purpose(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,39}(:[a-z][a-z_]{0,39})?");

    public static final Purpose NECESSARY = new Purpose("necessary");
    public static final Purpose FUNCTIONALITY = new Purpose("functionality");
    public static final Purpose MEASUREMENT = new Purpose("measurement");
    public static final Purpose EXPERIENCE = new Purpose("experience");
    public static final Purpose MARKETING = new Purpose("marketing");
    public static final Purpose IDENTITY_LINK = new Purpose("identity_link");
    public static final Purpose CROSS_DEVICE = new Purpose("cross_device");

    /** The optional purposes that every shop can ask for. */
    public static final List<Purpose> OPTIONAL =
            List.of(FUNCTIONALITY, MEASUREMENT, EXPERIENCE, MARKETING, IDENTITY_LINK, CROSS_DEVICE);

    private static final String SENSITIVE = "sensitive:";

    public Purpose {
        if (!NAME.matcher(name).matches() || (name.contains(":") && !name.startsWith(SENSITIVE))) {
            throw new IllegalArgumentException("Not the name of a purpose: " + name);
        }
    }

    public static Purpose sensitive(String category) {
        return new Purpose(SENSITIVE + category);
    }

    /** Whether this could be the name of a protected category's purpose. */
    public static boolean namesSensitive(String name) {
        return name.startsWith(SENSITIVE) && NAME.matcher(name).matches();
    }

    /** A protected category: asked for alone, and never by "accept all". */
    public boolean isSensitive() {
        return name.startsWith(SENSITIVE);
    }

    public boolean isOptional() {
        return !equals(NECESSARY);
    }

    @Override
    public String toString() {
        return name;
    }
}
