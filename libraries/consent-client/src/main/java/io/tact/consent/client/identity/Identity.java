package io.tact.consent.client.identity;

import java.util.regex.Pattern;

/**
 * One identity of a person, such as {@code user_id:4711}.
 *
 * <p>Personal: it never goes into a log, a metric, a topic or another service's table; its {@link
 * IdentityKey} does.
 *
 * @param type what kind of identity this is: {@code user_id}, {@code anonymous_id} or {@code email}
 * @param value as the shop or the browser gave it, at most 1,024 characters
 */
public record Identity(String type, String value) {
    public static final String USER_ID = "user_id";
    public static final String ANONYMOUS_ID = "anonymous_id";

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z_]{0,31}");
    private static final int LONGEST = 1_024;

    public Identity {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("An identity's type is a short lower-case word");
        }
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "An identity's value has 1 to " + LONGEST + " characters");
        }
    }

    public static Identity customer(String userId) {
        return new Identity(USER_ID, userId);
    }

    public static Identity visitor(String anonymousId) {
        return new Identity(ANONYMOUS_ID, anonymousId);
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return type + ":…";
    }
}
