package io.tact.profile.segment;

import java.util.Locale;

/** Why a message is in the dead letters. */
public enum Reason {
    NOT_AN_OBJECT,
    TOO_LARGE,
    /** PostgreSQL keeps every character but U+0000. */
    UNSTORABLE_CHARACTER,
    TYPE_UNKNOWN,
    EVENT_NAME_MISSING,
    EVENT_NAME_TOO_LONG,
    MESSAGE_ID_TOO_LONG,
    /** None at all, or only such as broken clients send for everybody. */
    IDENTITY_MISSING,
    /** With a browser's key a user id alone says nothing about who sent it. */
    ANONYMOUS_ID_MISSING,
    ALIAS_INCOMPLETE,
    /** What intrudes is taken only from a source that declared it. */
    FIELD_NOT_DECLARED,
    TIME_MALFORMED,
    TIME_IN_FUTURE,
    /** Anybody could buy in another's name. */
    ORDER_FROM_BROWSER,
    TRAITS_MALFORMED,
    /** Of a protected category: that alone is not taken, the rest of the message is. */
    SENSITIVE_VALUE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
