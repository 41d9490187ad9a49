package io.tact.consent.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.web.Problems;
import io.tact.consent.web.ConsentApi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
@SecurityRequirement(name = ConsentApi.CUSTOMER)
class RatesResource {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(800);
    private static final List<String> STEPS = List.of("hour", "day");

    private final CountAnswers counts;
    private final InstantSource clock = InstantSource.system();

    RatesResource(CountAnswers counts) {
        this.counts = counts;
    }

    @GET
    @RolesAllowed({"consent-officer", "privacy-officer", "analyst"})
    @Operation(
            summary = "How many said what",
            description =
                    "By purpose and answer over time; nobody's name. A statement of two identities counts once. Seconds late, and a crash can lose two seconds of it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Rates.class)))
    @APIResponse(responseCode = "400", description = "period-malformed")
    @APIResponse(responseCode = "401", description = "token-required, token-invalid")
    @APIResponse(responseCode = "403", description = "role-missing")
    public Uni<RestResponse<Rates>> rates(
            @RestQuery @Parameter(description = "An instant; missing: thirty days before to.")
                    @Nullable String from,
            @RestQuery @Parameter(description = "An instant, exclusive; missing: now.")
                    @Nullable String to,
            @RestQuery
                    @DefaultValue("day")
                    @Parameter(schema = @Schema(enumeration = {"hour", "day"}))
                    String by) {
        Instant end = to == null ? clock.instant() : instant(to);
        Instant begin = from == null ? end.minus(A_MONTH) : instant(from);
        if (!STEPS.contains(by)
                || !begin.isBefore(end)
                || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw malformed();
        }
        return counts.between(begin, end, by)
                .map(
                        found ->
                                ResponseBuilder.ok(Rates.of(found))
                                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                                        .build());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Problems.of(
                400,
                "period-malformed",
                "The period cannot be read",
                "from and to are times such as 2026-01-31T00:00:00Z, from before to, at most 800 days apart; by is hour or day.");
    }

    @Schema(name = "Rates")
    record Rates(List<Rate> rates) {
        static Rates of(Map<Counted, Long> counts) {
            return new Rates(
                    counts.entrySet().stream()
                            .map(
                                    count ->
                                            new Rate(
                                                    count.getKey().hour(),
                                                    count.getKey().purpose().name(),
                                                    count.getKey().answer().word(),
                                                    count.getValue()))
                            .toList());
        }
    }

    @Schema(name = "Rate")
    record Rate(
            @Schema(description = "Beginning of the hour or day, in UTC.") Instant since,
            String purpose,
            @Schema(enumeration = {"granted", "refused", "withdrawn", "objected", "lapsed"})
                    String answer,
            @Schema(description = "Statements that ended in it.") long count) {}
}
