package io.tact.profile.question;

import org.jspecify.annotations.Nullable;

/** What must be said of a question. */
final class Given {
    private Given() {}

    /**
     * @throws IllegalArgumentException naming the field, if it is missing
     */
    static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
