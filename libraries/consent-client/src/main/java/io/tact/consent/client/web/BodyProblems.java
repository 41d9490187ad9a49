package io.tact.consent.client.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
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

    private static Response malformed(JsonProcessingException broken) {
        var place = broken.getLocation();
        String where =
                place == null
                        ? ""
                        : " Line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
        return HttpProblem.builder()
                .withType(URI.create("https://tact.dev/problems/body-malformed"))
                .withTitle("The body cannot be read")
                .withStatus(Status.BAD_REQUEST)
                .withDetail("It is not the JSON that this operation takes." + where)
                .build()
                .toResponse();
    }
}
