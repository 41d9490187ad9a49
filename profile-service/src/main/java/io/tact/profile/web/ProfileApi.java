package io.tact.profile.web;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the API's description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tact profile-service",
                        version = "1",
                        description =
                                "One customer view; every value knows where it came from and what it may be used for. Errors are application/problem+json."))
@SecurityScheme(
        securitySchemeName = ProfileApi.CUSTOMER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A customer's access token from the shop's OIDC provider.")
@SecurityScheme(
        securitySchemeName = ProfileApi.VISITOR,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Tact-Visitor",
        description = "A visitor's token from consent-service. With both, both are meant.")
@SecurityScheme(
        securitySchemeName = ProfileApi.WRITE_KEY,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description =
                "The write key of a registered source as user name; or in X-Write-Key; or as writeKey in the body.")
public final class ProfileApi extends jakarta.ws.rs.core.Application {
    public static final String CUSTOMER = "customer";
    public static final String VISITOR = "visitor";
    public static final String WRITE_KEY = "write-key";
}
