package io.tact.profile.known;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tact.profile.known.Explanation.KnownIdentity;
import io.tact.profile.known.Explanation.KnownLink;
import io.tact.profile.known.Explanation.KnownValue;
import io.tact.profile.reading.LookupLog.Lookup;
import io.tact.profile.reading.ReadLog.Reads;
import io.tact.profile.retention.Periods.KeptFor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about some identities.
 *
 * @param more there are older events
 * @param reads who was shown what, for what, in which hours: the latest 500
 * @param lookups when and why the shop's staff looked the caller up: the latest 500
 * @param aboutSomebodyElse answers to questions that are no fact about the caller
 * @param skipped questions that were not answered, and are not asked again yet
 * @param retention the periods in force
 */
record KnownAboutMe(
        List<KnownIdentity> identities,
        List<KnownLink> links,
        List<KnownValue> values,
        List<KnownEvent> events,
        boolean more,
        List<Reads> reads,
        List<KnownLookup> lookups,
        List<KnownAside> aboutSomebodyElse,
        List<KnownSkip> skipped,
        KeptFor retention) {

    /**
     * Somebody of the staff was told why these identities are one person and why values count. That
     * it was done, when and why is the customer's to know; who of the employees did it is not (CJEU
     * C-579/21).
     *
     * @param identity the identity-key under which this is on record
     * @param reason as it was stated
     */
    record KnownLookup(Instant at, String identity, String reason) {
        static KnownLookup of(Lookup lookup) {
            return new KnownLookup(lookup.at(), lookup.whom().value(), lookup.reason());
        }
    }

    /** An answer that the caller gave about somebody else. */
    record KnownAside(
            String question,
            @JsonRawValue @Schema(implementation = Object.class) String value,
            String purpose,
            String source,
            Instant at,
            Instant until) {}

    /** A question that the caller skipped. */
    record KnownSkip(String question, Instant at, Instant until) {}

    /**
     * @param properties as they were sent
     * @param said all else that was sent with it
     * @param usedUntil by purpose, and for the contract, when its period is over
     */
    @JsonInclude(Include.NON_NULL)
    record KnownEvent(
            String type,
            String name,
            Instant at,
            Instant receivedAt,
            String source,
            String ground,
            List<String> purposes,
            @Nullable String orderId,
            @JsonRawValue @Schema(implementation = Object[].class) String products,
            @JsonRawValue @Schema(implementation = Object.class) @Nullable String properties,
            @JsonRawValue @Schema(implementation = Object.class) @Nullable String said,
            Map<String, Instant> usedUntil) {}
}
