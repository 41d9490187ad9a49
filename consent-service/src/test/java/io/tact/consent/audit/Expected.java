package io.tact.consent.audit;

import java.util.OptionalLong;

/** What an audit has to say of an attack. */
sealed interface Expected {
    /** The first bad index is this one. */
    record At(long index) implements Expected {}

    /** It is found, and no index is blamed. */
    record InRows() implements Expected {}

    /**
     * It is found. Nothing is left in the database that would tell the exact place, but nothing
     * before this one is blamed.
     */
    record NotBefore(long index) implements Expected {}

    default boolean isMetBy(OptionalLong firstBadIndex) {
        if (this instanceof At at) {
            return firstBadIndex.equals(OptionalLong.of(at.index));
        }
        return this instanceof NotBefore notBefore
                ? firstBadIndex.orElse(notBefore.index) >= notBefore.index
                : firstBadIndex.isEmpty();
    }
}
