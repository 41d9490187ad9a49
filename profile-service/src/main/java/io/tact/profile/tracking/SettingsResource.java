package io.tact.profile.tracking;

import io.tact.consent.client.Purpose;
import io.tact.profile.keeping.KeepingPolicy;
import io.tact.profile.source.Sources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What Segment's script asks for before it sends: where to, and that there is nobody else. */
@Path("/v1/projects/{writeKey}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracking")
public class SettingsResource {
    private final Sources sources;
    private final TrackingConfig config;

    SettingsResource(Sources sources, TrackingConfig config) {
        this.sources = sources;
        this.config = config;
    }

    @GET
    @Operation(
            summary = "How Segment's script sends",
            description =
                    "To this service and to nobody else; its consent tools send nothing at all before one of our purposes is"
                            + " allowed.")
    @APIResponse(responseCode = "200", description = "As @segment/analytics-next reads it")
    @APIResponse(responseCode = "404", description = "Not the key of a browser's source")
    public SegmentSettings segment(@PathParam("writeKey") String writeKey, @Context UriInfo uri) {
        if (sources.browser(writeKey).isEmpty()) {
            throw TrackingProblem.noSuchSource();
        }
        URI base = config.publicUrl().orElseGet(uri::getBaseUri);
        return new SegmentSettings(
                Map.of(
                        "Segment.io",
                        new SegmentIo(
                                writeKey,
                                base.getAuthority() + "/v1",
                                base.getScheme(),
                                List.of(),
                                false)),
                new ConsentSettings(
                        KeepingPolicy.keepable(Purpose.OPTIONAL).stream()
                                .map(Purpose::name)
                                .sorted()
                                .toList(),
                        false),
                Map.of(),
                List.of(),
                new Metrics(0));
    }

    /**
     * @param plan of events, which is not kept here
     * @param remotePlugins other people's code, of which there is none
     */
    record SegmentSettings(
            Map<String, SegmentIo> integrations,
            ConsentSettings consentSettings,
            Map<String, Object> plan,
            List<Object> remotePlugins,
            Metrics metrics) {}

    /**
     * @param apiHost with the path, without the scheme
     */
    record SegmentIo(
            String apiKey,
            String apiHost,
            String protocol,
            List<String> unbundledIntegrations,
            boolean addBundledMetadata) {}

    /**
     * @param hasUnmappedDestinations true would mean that something is sent whatever was refused
     */
    record ConsentSettings(List<String> allCategories, boolean hasUnmappedDestinations) {}

    /**
     * @param sampleRate of what the script says about itself to Segment
     */
    record Metrics(int sampleRate) {}
}
