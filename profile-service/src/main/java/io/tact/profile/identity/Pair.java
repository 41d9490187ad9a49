package io.tact.profile.identity;

/** Two identities, in the one order in which an edge between them is kept. */
public record Pair(NamedIdentity left, NamedIdentity right) {
    public Pair {
        if (left.key().value().compareTo(right.key().value()) >= 0) {
            throw new IllegalArgumentException("A pair is two identities in the order of keys");
        }
    }

    public static Pair of(NamedIdentity one, NamedIdentity other) {
        return one.key().value().compareTo(other.key().value()) < 0
                ? new Pair(one, other)
                : new Pair(other, one);
    }

    /** Whether one of the two, and only one, is a user id. */
    boolean isOfAUser() {
        return left.isUser() != right.isUser();
    }

    boolean isOfADevice() {
        return left.type() == IdentityType.ANONYMOUS_ID
                || right.type() == IdentityType.ANONYMOUS_ID;
    }

    NamedIdentity theUser() {
        return left.isUser() ? left : right;
    }

    NamedIdentity besideTheUser() {
        return left.isUser() ? right : left;
    }
}
