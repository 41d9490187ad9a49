package io.tact.profile.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values that broken clients put where an identity belongs. All who share such a value would become
 * one person, so it is as if nothing stood there. Only letters and digits count: {@code "null"},
 * {@code <null>} and {@code {{user_id}}} are what they look like.
 */
public final class BlockedValues {
    static final int LONGEST = 1_024;

    private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SAME_CHARACTER = Pattern.compile("(\\p{L})\\1{2,}|(.)\\2{7,}");
    private static final Set<String> KNOWN =
            Set.of(
                    // programs that had nothing to say
                    "null",
                    "nil",
                    "none",
                    "nan",
                    "na",
                    "undefined",
                    "unknown",
                    "empty",
                    "blank",
                    "void",
                    "missing",
                    "invalid",
                    "error",
                    "default",
                    "notset",
                    "unset",
                    "true",
                    "false",
                    "infinity",
                    "objectobject",
                    "objectundefined",
                    "objectnull",
                    // people who are not known
                    "anonymous",
                    "anonymoususer",
                    "anon",
                    "guest",
                    "guestuser",
                    "visitor",
                    "nobody",
                    "user",
                    "notauthenticated",
                    "unauthenticated",
                    "notloggedin",
                    "loggedout",
                    "signedout",
                    // names of the field instead of its value
                    "id",
                    "uid",
                    "uuid",
                    "guid",
                    "userid",
                    "anonymousid",
                    "distinctid",
                    "visitorid",
                    "customerid",
                    "email",
                    "username",
                    // what developers try
                    "test",
                    "testuser",
                    "example",
                    "placeholder",
                    "dummy",
                    "foo",
                    "bar",
                    "asdf");

    private static final Set<String> MAILBOXES_OF_NOBODY =
            Set.of("noreply", "donotreply", "noemail");

    private BlockedValues() {}

    public static boolean contains(String value) {
        if (value.length() > LONGEST) {
            return true;
        }
        String significant = significant(value);
        return significant.isEmpty()
                || KNOWN.contains(significant)
                || SAME_CHARACTER.matcher(significant).matches()
                || significant.chars().allMatch(character -> character == '0');
    }

    /** An address of nobody: {@code noreply@…}, {@code null@…}. */
    public static boolean containsAddress(String address) {
        String mailbox = address.substring(0, Math.max(0, address.indexOf('@')));
        return contains(address)
                || contains(mailbox)
                || MAILBOXES_OF_NOBODY.contains(significant(mailbox));
    }

    private static String significant(String value) {
        return INSIGNIFICANT.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
