package io.tact.consent.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/.well-known/gpc.json")
@Tag(name = "Purposes")
class PrivacySignalResource {
    /** When what the signal does here changed last. */
    private static final String LAST_UPDATE = "2026-11-25";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "That Sec-GPC: 1 is obeyed here")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<Support> support() {
        return ResponseBuilder.ok(new Support(true, LAST_UPDATE))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .build();
    }

    @Schema(name = "PrivacySignalSupport")
    record Support(
            boolean gpc, @JsonProperty("lastUpdate") @Schema(format = "date") String lastUpdate) {}
}
