package io.tact.recommendation.web;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 400 for a body of another form. Names the place, never the value. */
class BodyMalformed {
    @ServerExceptionMapper(value = MismatchedInputException.class, priority = 1)
    Response answer(MismatchedInputException mismatch) {
        String place = JsonPlace.of(mismatch);
        return answer(
                place.isEmpty()
                        ? "It is not of the documented form."
                        : "It is not of the documented form at " + place + ".");
    }

    @ServerExceptionMapper(value = InvalidFormatException.class, priority = 1)
    Response answer(InvalidFormatException mismatch) {
        return answer((MismatchedInputException) mismatch);
    }

    private static Response answer(String detail) {
        return Problems.of(400, "body-malformed", "The body cannot be read", detail).toResponse();
    }
}
