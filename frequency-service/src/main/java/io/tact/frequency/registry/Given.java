package io.tact.frequency.registry;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a definition that must be there. */
public final class Given {
    private Given() {}

    /**
     * @throws IllegalArgumentException naming the field that is missing, or is a list that holds a
     *     null
     */
    public static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (value instanceof List<?> list && list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " holds a null");
        }
        return value;
    }
}
