package io.tact.consent.client.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Where in a document something cannot be read. */
public final class JsonPlace {
    private JsonPlace() {}

    /** Like {@code price.amount}; empty for the document itself. */
    public static String of(JsonProcessingException unreadable) {
        return unreadable instanceof JsonMappingException mismatch
                ? mismatch.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .map(name -> name == null ? "[]" : name)
                        .map(name -> name.matches("[\\w:.-]{1,60}") ? name : "…")
                        .collect(Collectors.joining("."))
                : "";
    }
}
