package io.tact.consent.client.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 400 for a body that is no JSON, or another JSON than was asked for. Says where it broke, never
 * what stood there.
 */
class BodyProblems {
    @ServerExceptionMapper(value = JsonProcessingException.class, priority = 1)
    public Response unreadable(JsonProcessingException broken) {
        return malformed(broken);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = 1)
    public Response mismatched(MismatchedInputException broken) {
        return malformed(broken);
    }

    @ServerExceptionMapper(value = InvalidFormatException.class, priority = 1)
    public Response invalid(InvalidFormatException broken) {
        return malformed(broken);
    }

    private static Response malformed(JsonProcessingException broken) {
        return Problems.bodyMalformed(
                        "It is not the JSON that this operation takes" + where(broken) + ".")
                .toResponse();
    }

    private static String where(JsonProcessingException broken) {
        String place = JsonPlace.of(broken);
        if (!place.isEmpty()) {
            return " at " + place;
        }
        var point = broken.getLocation();
        return point == null
                ? ""
                : ": line " + point.getLineNr() + ", column " + point.getColumnNr();
    }
}
