package io.tact.consent.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.client.identity.Identity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A browser's or app's secret of at least 128 bits: 22 to 128 base64url characters. It goes to this
 * service only, and is never stored, logged or published.
 */
public record SubjectId(String value) {
    private static final int GENERATED_BYTES = 24;
    private static final int ANONYMOUS_ID_CHARACTERS = 22;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    public SubjectId {
        if (!isSubjectId(value)) {
            throw new IllegalArgumentException("A subject id has 22 to 128 base64url characters");
        }
    }

    /** Empty for anything that cannot hold 128 bits. */
    public static Optional<SubjectId> parse(String value) {
        return isSubjectId(value) ? Optional.of(new SubjectId(value)) : Optional.empty();
    }

    /**
     * @param random must be a cryptographic one
     */
    public static SubjectId generate(RandomGenerator random) {
        byte[] bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return new SubjectId(BASE64URL.encodeToString(bytes));
    }

    /** The visitor whom it belongs to; nobody can turn this back. */
    public Identity visitor() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("tact-anonymous:" + value).getBytes(UTF_8));
            return Identity.visitor(
                    BASE64URL.encodeToString(hash).substring(0, ANONYMOUS_ID_CHARACTERS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Without the value, so that it may be printed. */
    @Override
    public String toString() {
        return "SubjectId[…]";
    }

    private static boolean isSubjectId(String value) {
        return value.matches("[A-Za-z0-9_-]{22,128}");
    }
}
