package io.tact.consent.client.identity;

import java.util.regex.Pattern;

/**
 * The pseudonym of an {@link Identity}: 43 base64url characters of HMAC-SHA-256 under the
 * installation's secret.
 *
 * @param value what topics and tables hold
 */
public record IdentityKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public IdentityKey {
        if (!isOne(value)) {
            throw new IllegalArgumentException("An identity-key is 43 base64url characters");
        }
    }

    /** Whether it has the form of one. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    /** Shortened: enough to follow one person through a log, too little to look one up. */
    @Override
    public String toString() {
        return value.substring(0, 8) + "…";
    }
}
