package io.tact.consent.client.caller;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/** 401: a personal operation without credentials. */
public final class SubjectRequired extends HttpProblem {
    private static final long serialVersionUID = 1;

    SubjectRequired() {
        super(
                builder()
                        .withType(URI.create("https://tact.dev/problems/subject-required"))
                        .withTitle("Whose?")
                        .withStatus(Status.UNAUTHORIZED)
                        .withDetail(
                                "This is about one person: send their token in Authorization, a visitor's in Tact-Visitor, or both.")
                        .withHeader("WWW-Authenticate", "Bearer"));
    }
}
