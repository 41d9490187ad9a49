package io.tact.profile.known;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tact.consent.client.Purpose;
import io.tact.profile.keeping.Retention;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.ValueClass;
import io.tact.profile.trait.WinningTraits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why some identities are one person, or are not, and why each value counts. */
public record Explanation(
        List<KnownIdentity> identities, List<KnownLink> links, List<KnownValue> values) {

    /**
     * @param key the identity-key under which other services know it
     * @param linked to another identity, as the same person
     * @param shared two or more user ids have proven to use it: it identifies nobody
     */
    public record KnownIdentity(
            String type, String key, boolean linked, boolean shared, Instant firstSeenAt) {}

    /**
     * Why two identities are thought to be one person.
     *
     * @param type of the other side
     * @param sides those of the two that are explained here; of any other the type is all that is
     *     told
     * @param state {@code claimed}, {@code aliased} or {@code confirmed}
     * @param permitted whether both sides allowed to be linked when that was last judged
     * @param acrossDevices whether both also allowed to be joined across devices
     * @param judgedAt when that was; absent where nothing but a claim needed to be judged
     * @param joined whether they are one person now
     * @param because why this link counts, or does not: {@code counts}, {@code claimed}, {@code
     *     not-permitted}, {@code shared}, {@code outranked}, {@code other-device}, {@code too-many}
     */
    public record KnownLink(
            String type,
            @JsonRawValue @Schema(implementation = Side[].class) String sides,
            String state,
            boolean permitted,
            boolean acrossDevices,
            @JsonInclude(Include.NON_NULL) @Nullable Instant judgedAt,
            boolean joined,
            String because,
            Instant since,
            @JsonRawValue @Schema(implementation = Evidence[].class) String evidence) {}

    /**
     * @param key the identity-key
     * @param consent the version of its own answers by which the link was last judged
     */
    @Schema(name = "LinkSide")
    public record Side(String key, @Nullable Long consent) {}

    /**
     * @param rule that speaks for it
     * @param event in which it was said, where it was
     * @param at when it first did
     */
    public record Evidence(
            String rule, @Nullable String source, @Nullable String event, Instant at) {}

    /**
     * @param provider from whom the shop has it, where it is not the shop's own
     * @param event in which it was said, where it was
     * @param until when it ends by itself, where it does
     * @param usedUntil by purpose, when its period is over; absent for what is inferred, which goes
     *     with what it was inferred from
     * @param recordedUnder the identity-key
     * @param because why it counts among all of its name here: {@code only}, {@code stronger},
     *     {@code latest}, {@code message-id}; absent where another one does
     */
    public record KnownValue(
            String name,
            @JsonRawValue @Schema(implementation = Object.class) String value,
            @JsonProperty("class") String valueClass,
            List<String> purposes,
            String source,
            @JsonInclude(Include.NON_NULL) @Nullable String provider,
            @JsonInclude(Include.NON_NULL) @Nullable String event,
            Instant at,
            @JsonInclude(Include.NON_NULL) @Nullable Instant until,
            @JsonInclude(Include.NON_NULL) @Nullable Map<String, Instant> usedUntil,
            String recordedUnder,
            @JsonInclude(Include.NON_NULL) @Nullable String because) {
        static List<KnownValue> of(
                List<KnownTrait> traits,
                Function<String, Optional<String>> providers,
                Retention retention) {
            Map<String, KnownTrait> winning = WinningTraits.of(traits);
            return traits.stream()
                    .map(
                            trait ->
                                    of(
                                            trait,
                                            providers.apply(trait.source()).orElse(null),
                                            usedUntil(trait, retention),
                                            trait.equals(winning.get(trait.name()))
                                                    ? WinningTraits.why(trait, traits).wire()
                                                    : null))
                    .toList();
        }

        /** Its own end may come sooner. */
        private static @Nullable Map<String, Instant> usedUntil(
                KnownTrait trait, Retention retention) {
            if (trait.valueClass() == ValueClass.INFERRED) {
                return null;
            }
            Map<String, Instant> ends = retention.ends(trait.purposes(), trait.at());
            Instant own = trait.until();
            if (own != null) {
                ends.replaceAll((purpose, end) -> own.isBefore(end) ? own : end);
            }
            return ends;
        }

        private static KnownValue of(
                KnownTrait trait,
                @Nullable String provider,
                @Nullable Map<String, Instant> usedUntil,
                @Nullable String because) {
            return new KnownValue(
                    trait.name(),
                    trait.value(),
                    trait.valueClass().wire(),
                    trait.purposes().stream().map(Purpose::name).sorted().toList(),
                    trait.source(),
                    provider,
                    trait.eventId(),
                    trait.at(),
                    trait.until(),
                    usedUntil,
                    trait.recordedUnder().value(),
                    because);
        }
    }
}
