package io.tact.consent.client;

import io.tact.consent.client.identity.IdentityKey;
import java.util.ArrayList;
import java.util.List;

/**
 * "Of this identity I have seen this version": what a consent answer returns in {@code Consent-Seq}
 * and a client shows to every service afterwards. On the wire {@code <identity-key>=<version>},
 * several separated by commas.
 *
 * @param version counts from 1 for each identity-key
 */
public record ConsentSeq(IdentityKey key, long version) {
    public static final String HEADER = "Consent-Seq";

    private static final int MOST = 16;

    public ConsentSeq {
        if (version < 1) {
            throw new IllegalArgumentException("A consent version is at least 1, not " + version);
        }
    }

    /**
     * Reads all values of the header.
     *
     * @throws IllegalArgumentException for anything that is not of the form above, or more than 16
     *     of them
     */
    public static List<ConsentSeq> parse(List<String> headers) {
        var shown = new ArrayList<ConsentSeq>();
        for (String header : headers) {
            for (String one : header.split(",", -1)) {
                if (!one.isBlank()) {
                    shown.add(parseOne(one.strip()));
                }
            }
        }
        if (shown.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " of them, not " + shown.size());
        }
        return List.copyOf(shown);
    }

    private static ConsentSeq parseOne(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || !text.substring(equals + 1).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("Each is <identity-key>=<version>");
        }
        return new ConsentSeq(
                new IdentityKey(text.substring(0, equals)),
                Long.parseLong(text.substring(equals + 1)));
    }

    /** The wire form. */
    public String header() {
        return key.value() + "=" + version;
    }
}
