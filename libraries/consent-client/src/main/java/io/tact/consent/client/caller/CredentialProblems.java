package io.tact.consent.client.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.tact.consent.client.web.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 and 403 in the words of all services. The problem extension's own mappers were built for an
 * older Quarkus and fail on this one.
 */
class CredentialProblems {
    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
    public Response tokenInvalid(AuthenticationFailedException failure) {
        return problem(
                Status.UNAUTHORIZED,
                "token-invalid",
                "The token proves nothing",
                "The bearer token is expired, foreign or damaged: log in again.");
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = 1)
    public Response tokenRequired(UnauthorizedException failure) {
        return problem(
                Status.UNAUTHORIZED,
                "token-required",
                "Who are you?",
                "This needs a bearer token of the shop's provider.");
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response roleMissing(ForbiddenException failure) {
        return problem(
                Status.FORBIDDEN,
                "role-missing",
                "Not yours to do",
                "The token is valid and has none of the roles that this needs.");
    }

    private static Response problem(Status status, String type, String title, String detail) {
        var problem = Problems.builder(status.getStatusCode(), type, title, detail);
        if (status == Status.UNAUTHORIZED) {
            problem.withHeader("WWW-Authenticate", "Bearer");
        }
        return problem.build().toResponse();
    }
}
