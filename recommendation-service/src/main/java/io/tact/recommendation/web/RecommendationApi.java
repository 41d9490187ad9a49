package io.tact.recommendation.web;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the API's description. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tact recommendation-service",
                        version = "1",
                        description =
                                "What goes well with this, and why we say so. Errors are application/problem+json."))
@SecurityScheme(
        securitySchemeName = RecommendationApi.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "A customer's or a member of staff's access token from the shop's OIDC provider.")
@SecurityScheme(
        securitySchemeName = RecommendationApi.VISITOR,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Tact-Visitor",
        description = "A visitor's token from consent-service. With both, both are meant.")
public final class RecommendationApi extends Application {
    public static final String BEARER = "bearer";
    public static final String VISITOR = "visitor";
}
