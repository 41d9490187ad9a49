package io.tact.consent.c15t.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Is somebody there who speaks c15t. Where the caller is, and with what, is not looked at. */
@Path("/api/c15t/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banners")
class StatusResource {
    private static final Status.Client NOBODY =
            new Status.Client(null, null, null, new Status.Region(null, null));

    private final InstantSource clock = InstantSource.system();

    @GET
    @Operation(summary = "c15t is spoken here")
    public RestResponse<Status> status() {
        return ResponseBuilder.ok(new Status("2.2.1", clock.instant(), NOBODY))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Schema(name = "BannerStatus")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Status(
            @Schema(description = "The version of c15t's wire.") String version,
            Instant timestamp,
            Client client) {

        @Schema(name = "BannerStatusClient", description = "Always unknown.")
        record Client(
                @Nullable String ip,
                @Nullable String acceptLanguage,
                @Nullable String userAgent,
                Region region) {}

        @Schema(name = "BannerStatusRegion")
        record Region(@Nullable String countryCode, @Nullable String regionCode) {}
    }
}
