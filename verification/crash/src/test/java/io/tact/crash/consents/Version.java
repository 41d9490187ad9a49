package io.tact.crash.consents;

import java.util.Arrays;
import java.util.List;

/**
 * Of an identity's consent, as {@code Consent-Seq} names it: {@code <identity-key>=<version>}. The
 * header is absent, here empty, for whoever never answered.
 */
record Version(String identity, long number) {
    static List<Version> parse(String header) {
        return Arrays.stream(header.split(","))
                .filter(one -> !one.isBlank())
                .map(Version::parseOne)
                .toList();
    }

    private static Version parseOne(String text) {
        int equals = text.indexOf('=');
        return new Version(
                text.substring(0, equals).strip(),
                Long.parseLong(text.substring(equals + 1).strip()));
    }

    @Override
    public String toString() {
        return identity.substring(0, 8) + "…=" + number;
    }
}
