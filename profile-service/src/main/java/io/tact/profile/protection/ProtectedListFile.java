package io.tact.profile.protection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** {@code protected-categories.json}, which is part of the product. */
final class ProtectedListFile {
    private static final String NAME = "/protected-categories.json";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private ProtectedListFile() {}

    static ProtectedList read() {
        try (InputStream file = ProtectedListFile.class.getResourceAsStream(NAME)) {
            return JSON.readValue(Objects.requireNonNull(file, NAME), ProtectedList.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot be read: " + NAME, unreadable);
        }
    }
}
