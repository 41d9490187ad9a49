package io.tact.profile.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tact.consent.client.Purpose;
import io.tact.profile.known.Explanation;
import io.tact.profile.known.Explanation.KnownIdentity;
import io.tact.profile.known.Explanation.KnownLink;
import io.tact.profile.known.Explanation.KnownValue;
import io.tact.profile.protection.ProtectedCategories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of an explanation the staff are told: of values how they are known, and never what they are.
 * A name under which anything of a protected category is known is left out altogether, without a
 * sign: that there is something would tell of it.
 *
 * @param values by name, without the values themselves
 */
record StaffExplanation(
        List<KnownIdentity> identities, List<KnownLink> links, List<ExplainedName> values) {

    static StaffExplanation of(Explanation all) {
        Map<String, List<KnownValue>> byName =
                all.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        KnownValue::name, TreeMap::new, Collectors.toList()));
        return new StaffExplanation(
                all.identities(),
                all.links(),
                byName.entrySet().stream()
                        .filter(named -> named.getValue().stream().noneMatch(v -> isProtected(v)))
                        .map(named -> ExplainedName.of(named.getKey(), named.getValue()))
                        .toList());
    }

    private static boolean isProtected(KnownValue value) {
        return value.purposes().stream().anyMatch(Purpose::namesSensitive)
                || ProtectedCategories.shipped()
                        .purposeOfTrait(value.name(), value.value())
                        .isPresent();
    }

    /**
     * @param because why the one that counts does: {@code only}, {@code stronger}, {@code latest},
     *     {@code message-id}
     * @param beaten those of its name that do not count
     */
    record ExplainedName(
            String name, String because, ExplainedValue counts, List<ExplainedValue> beaten) {
        static ExplainedName of(String name, List<KnownValue> all) {
            KnownValue winning =
                    all.stream().filter(value -> value.because() != null).findFirst().orElseThrow();
            return new ExplainedName(
                    name,
                    Objects.requireNonNull(winning.because()),
                    ExplainedValue.of(winning),
                    all.stream()
                            .filter(value -> value.because() == null)
                            .map(ExplainedValue::of)
                            .toList());
        }
    }

    /**
     * @param provider from whom the shop has it, where it is not the shop's own
     * @param event in which it was said, where it was
     * @param until when it ends by itself, where it does
     * @param recordedUnder the identity-key
     */
    @JsonInclude(Include.NON_NULL)
    record ExplainedValue(
            @JsonProperty("class") String valueClass,
            List<String> purposes,
            String source,
            @Nullable String provider,
            @Nullable String event,
            Instant at,
            @Nullable Instant until,
            String recordedUnder) {
        static ExplainedValue of(KnownValue value) {
            return new ExplainedValue(
                    value.valueClass(),
                    value.purposes(),
                    value.source(),
                    value.provider(),
                    value.event(),
                    value.at(),
                    value.until(),
                    value.recordedUnder());
        }
    }
}
