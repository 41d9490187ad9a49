package io.tact.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers of the shop, as its identity provider makes them. */
final class Accounts {
    private final RunningSuite suite;
    private final String administration;
    private final FreshToken token;

    Accounts(RunningSuite suite) {
        this.suite = suite;
        String issuer = suite.described("/oidc/issuerUrl").asText();
        this.administration = issuer.replace("/realms/tact", "/admin/realms/tact/users");
        JsonNode administrator = suite.described("/oidc/administrator");
        this.token =
                new FreshToken(
                        () ->
                                suite.token(
                                        issuer.replace("/realms/tact", "/realms/master")
                                                + "/protocol/openid-connect/token",
                                        "admin-cli",
                                        administrator.path("name").asText(),
                                        administrator.path("password").asText()),
                        Duration.ofSeconds(30));
    }

    /** Logged in. */
    Account create() {
        String name = "shopper-" + UUID.randomUUID();
        String location =
                suite.postTo(
                                administration,
                                Map.of("Authorization", "Bearer " + token.get()),
                                suite.text(
                                        Map.of(
                                                "username",
                                                name,
                                                "email",
                                                name + "@shop.example",
                                                "firstName",
                                                "Sam",
                                                "lastName",
                                                "Shopper",
                                                "enabled",
                                                true,
                                                "emailVerified",
                                                true,
                                                "credentials",
                                                List.of(
                                                        Map.of(
                                                                "type",
                                                                "password",
                                                                "value",
                                                                name,
                                                                "temporary",
                                                                false)))))
                        .header("Location")
                        .orElseThrow();
        return new Account(
                name,
                location.substring(location.lastIndexOf('/') + 1),
                new FreshToken(
                        () ->
                                suite.token(
                                        suite.described("/oidc/tokenUrl").asText(),
                                        "tact-demo",
                                        name,
                                        name),
                        Duration.ofMinutes(10)));
    }

    /**
     * @param name also the password
     */
    record Account(String name, String userId, FreshToken token) {}
}
