package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.CurrentCaller;
import io.tact.consent.client.web.Problems;
import io.tact.profile.reading.CurrentClient;
import io.tact.profile.trait.Adulthood;
import io.tact.profile.view.ReadProfile.Profile;
import io.tact.profile.web.ProfileApi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's profile, for one purpose. */
@Path("/v1/me/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
@SecurityRequirement(name = ProfileApi.CUSTOMER)
@SecurityRequirement(name = ProfileApi.VISITOR)
public class ProfileResource {
    private static final List<Purpose> ORDINARY =
            List.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);

    private final ReadProfile profiles;
    private final CurrentCaller caller;
    private final CurrentClient client;

    ProfileResource(ReadProfile profiles, CurrentCaller caller, CurrentClient client) {
        this.profiles = profiles;
        this.caller = caller;
        this.client = client;
    }

    @GET
    @Operation(
            summary = "What may be used about me for this purpose",
            description =
                    "Only values that their own identity and everybody who is being served allow now. withheld says that there is"
                            + " more, not what. A client reads for the purposes for which it is registered, and the customer sees"
                            + " that it did. Purposes: functionality, measurement, experience, marketing, or sensitive:<category>.")
    @APIResponse(responseCode = "200", description = "The values that count, by name")
    @APIResponse(responseCode = "400", description = "purpose-required")
    @APIResponse(responseCode = "401", description = "No credentials, or bad ones")
    @APIResponse(responseCode = "403", description = "purpose-not-registered")
    public Uni<MyProfile> profile(@QueryParam("purpose") @Nullable String stated) {
        Caller known = caller.required();
        Purpose purpose = purpose(stated);
        String reader = client.requireRegistered(purpose);
        return profiles.read(known, purpose, reader).map(profile -> MyProfile.of(purpose, profile));
    }

    private static Purpose purpose(@Nullable String stated) {
        return Optional.ofNullable(stated)
                .filter(ProfileResource::isKnown)
                .map(Purpose::new)
                .orElseThrow(
                        () ->
                                Problems.of(
                                        400,
                                        "purpose-required",
                                        "What for?",
                                        "Say purpose=… with one of "
                                                + ORDINARY
                                                + " or sensitive:<category>"));
    }

    private static boolean isKnown(String name) {
        return Purpose.namesSensitive(name)
                || ORDINARY.stream().anyMatch(purpose -> purpose.name().equals(name));
    }

    /**
     * @param traits the values that count, by name
     * @param withheld there is more that may not be used for this
     * @param profiling whether anything is inferred, and why or why not
     */
    public record MyProfile(
            String purpose, Map<String, ShownTrait> traits, boolean withheld, Profiling profiling) {
        static MyProfile of(Purpose purpose, Profile profile) {
            Map<String, ShownTrait> shown = new TreeMap<>();
            profile.traits().forEach((name, trait) -> shown.put(name, ShownTrait.of(trait)));
            return new MyProfile(purpose.name(), shown, profile.withheld(), Profiling.of(profile));
        }
    }

    /**
     * @param because {@code OBJECTED}: the customer objected, or had the use of their data
     *     restricted; else {@code ADULT}, {@code MINOR} or {@code UNKNOWN}: told by the customer or
     *     declared by the shop's records, never inferred
     */
    public record Profiling(boolean on, String because) {
        static Profiling of(Profile profile) {
            return profile.mayConclude()
                    ? new Profiling(
                            profile.adulthood() == Adulthood.ADULT, profile.adulthood().name())
                    : new Profiling(false, "OBJECTED");
        }
    }
}
