package io.tact.profile.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.profile.source.Source;
import io.tact.profile.source.Sources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What RudderStack's script asks for before it sends: that it may, and that there is nobody else.
 */
@Path("/sourceConfig")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
public class SourceConfigResource {
    private final Sources sources;

    SourceConfigResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @Operation(summary = "How RudderStack's script sends")
    @APIResponse(responseCode = "200", description = "As @rudderstack/analytics-js reads it")
    @APIResponse(responseCode = "404", description = "Not the key of a browser's source")
    public RudderStackConfig rudderStack(@RestQuery @Nullable String writeKey) {
        Source source =
                sources.browser(writeKey == null ? "" : writeKey)
                        .orElseThrow(TrackingProblem::noSuchSource);
        return new RudderStackConfig(
                new RudderStackSource(
                        source.name(),
                        source.name(),
                        writeKey,
                        "tact",
                        true,
                        Map.of(
                                "statsCollection",
                                Map.of(
                                        "errors", Map.of("enabled", false),
                                        "metrics", Map.of("enabled", false))),
                        List.of()));
    }

    record RudderStackConfig(RudderStackSource source) {}

    record RudderStackSource(
            String id,
            String name,
            @Nullable String writeKey,
            String workspaceId,
            @JsonProperty("enabled") boolean isEnabled,
            Map<String, Object> config,
            List<Object> destinations) {}
}
