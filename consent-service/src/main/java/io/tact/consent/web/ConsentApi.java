package io.tact.consent.web;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the API's description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tact consent-service",
                        version = "1",
                        description =
                                "Was this person asked, what did they say, can we prove it. Errors are application/problem+json."))
@SecurityScheme(
        securitySchemeName = ConsentApi.CUSTOMER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A customer's access token from the shop's OIDC provider.")
@SecurityScheme(
        securitySchemeName = ConsentApi.VISITOR,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Tact-Visitor",
        description = "A visitor's token from POST /v1/visitors. With both, both are meant.")
public final class ConsentApi extends jakarta.ws.rs.core.Application {
    public static final String CUSTOMER = "customer";
    public static final String VISITOR = "visitor";
}
