package io.tact.recommendation.web;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 for a bearer token that proves nothing. The problem extension's own mapper was built for an
 * older Quarkus and fails on this one.
 */
class TokenInvalid {
    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = 1)
    Response answer(AuthenticationFailedException failure) {
        return Problems.builder(
                        401,
                        "token-invalid",
                        "The token proves nothing",
                        "The bearer token is expired, foreign or damaged: log in again.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .build()
                .toResponse();
    }
}
