package io.tact.frequency.problem;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the API's description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tact frequency-service",
                        version = "1",
                        description =
                                "How often is too often. Errors are application/problem+json; a cap reached is none."))
@SecurityScheme(
        securitySchemeName = FrequencyApi.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "A customer's or a member of staff's access token from the shop's OIDC provider.")
@SecurityScheme(
        securitySchemeName = FrequencyApi.VISITOR,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Tact-Visitor",
        description = "A visitor's token from consent-service. With both, both are meant.")
public final class FrequencyApi extends jakarta.ws.rs.core.Application {
    public static final String BEARER = "bearer";
    public static final String VISITOR = "visitor";
}
