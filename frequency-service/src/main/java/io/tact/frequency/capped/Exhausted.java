package io.tact.frequency.capped;

import io.tact.frequency.cap.Cap;
import io.tact.frequency.cap.CapDecision;
import io.tact.frequency.cap.Contender;
import io.tact.frequency.cap.History;
import io.tact.frequency.cap.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A label that a rule keeps closed for a person.
 *
 * @param until in milliseconds since 1970; empty for ever
 */
public record Exhausted(Label label, String rule, OptionalLong until) {
    /** Each label that one of these caps keeps closed now, by the rule that does so longest. */
    public static List<Exhausted> of(List<Cap> caps, History history, long now) {
        Map<Label, Exhausted> longest = new LinkedHashMap<>();
        for (Cap cap : caps) {
            CapDecision.refusal(new Contender(Set.of(), List.of(cap)), history, now)
                    .map(refusal -> new Exhausted(cap.label(), refusal.rule(), refusal.eligible()))
                    .ifPresent(one -> longest.merge(one.label, one, Exhausted::later));
        }
        return new ArrayList<>(longest.values());
    }

    public @Nullable Long boxedUntil() {
        return until.isPresent() ? (Long) until.getAsLong() : null;
    }

    private static Exhausted later(Exhausted one, Exhausted other) {
        return other.until.orElse(Long.MAX_VALUE) > one.until.orElse(Long.MAX_VALUE) ? other : one;
    }
}
