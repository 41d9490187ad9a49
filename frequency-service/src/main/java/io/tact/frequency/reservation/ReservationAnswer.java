package io.tact.frequency.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.frequency.campaign.CampaignDefinition.CreativeDefinition;
import io.tact.frequency.cap.Refusal;
import io.tact.frequency.reservation.Decision.Capped;
import io.tact.frequency.reservation.Decision.Closed;
import io.tact.frequency.reservation.Decision.Granted;
import io.tact.frequency.rulebook.Candidate;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A decision in JSON.
 *
 * @param decision {@code GRANT} with a reservation, or {@code DENY} with a reason
 * @param policyVersion of all campaigns and policies that were decided by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservationAnswer(
        String decision,
        @Nullable Granting reservation,
        @Nullable Reason reason,
        @Nullable Long policyVersion) {

    /**
     * @param kind {@code personal} or {@code contextual}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Granting(
            String id,
            String campaign,
            String kind,
            String placement,
            @Nullable String item,
            CreativeDefinition creative,
            Instant expiresAt) {}

    /**
     * @param rule name of the rule ({@code <policy>/<n>}, {@code session-limit}), of a stop ({@code
     *     bought}, {@code not-interested}), or why nobody competed
     * @param nextEligibleAt absent if waiting does not help
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String rule,
            @Nullable String label,
            @Nullable Integer count,
            @Nullable Integer limit,
            @Nullable Instant nextEligibleAt) {}

    static ReservationAnswer of(Decision decision) {
        if (decision instanceof Granted granted) {
            return new ReservationAnswer("GRANT", granting(granted), null, granted.version());
        }
        if (decision instanceof Capped capped) {
            return new ReservationAnswer("DENY", null, reason(capped.refusal()), capped.version());
        }
        Closed closed = (Closed) decision;
        String why = closed.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ReservationAnswer(
                "DENY", null, new Reason(why, null, null, null, null), boxed(closed.version()));
    }

    private static Granting granting(Granted granted) {
        Candidate candidate = granted.candidate();
        return new Granting(
                granted.id().text(),
                candidate.campaign().id(),
                candidate.campaign().kind().name().toLowerCase(Locale.ROOT),
                candidate.placement(),
                candidate.item().orElse(null),
                CreativeDefinition.of(candidate.campaign().creative()),
                Instant.ofEpochMilli(granted.expires()));
    }

    private static Reason reason(Refusal refusal) {
        boolean stop = refusal.rule().equals("bought") || refusal.rule().equals("not-interested");
        Long eligible = boxed(refusal.eligible());
        return new Reason(
                refusal.rule(),
                refusal.label().value(),
                stop ? null : refusal.count(),
                stop ? null : refusal.limit(),
                eligible == null ? null : Instant.ofEpochMilli(eligible));
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
