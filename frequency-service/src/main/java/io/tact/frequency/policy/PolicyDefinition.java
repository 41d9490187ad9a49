package io.tact.frequency.policy;

import static io.tact.frequency.registry.Given.given;

import io.tact.frequency.cap.CapRule;
import io.tact.frequency.cap.LabelPattern;
import io.tact.frequency.cap.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A policy in JSON, as the API takes and the table keeps it. */
public record PolicyDefinition(@Nullable List<RuleDefinition> rules) {
    /**
     * @param label a label, {@code word:*}, or {@code global}
     * @param limit 0 blocks
     * @param window ISO 8601 duration, {@code lifetime} or {@code session}
     */
    public record RuleDefinition(
            @Nullable String label, @Nullable Integer limit, @Nullable String window) {}

    static PolicyDefinition of(Policy policy) {
        return new PolicyDefinition(
                policy.rules().stream()
                        .map(
                                rule ->
                                        new RuleDefinition(
                                                rule.label().value(),
                                                rule.limit(),
                                                rule.window().toString()))
                        .toList());
    }

    /**
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    public Policy policy(String id) {
        List<RuleDefinition> given = given("rules", rules);
        return new Policy(
                id,
                IntStream.range(0, given.size())
                        .mapToObj(index -> rule(id + "/" + (index + 1), given.get(index)))
                        .toList());
    }

    private static CapRule rule(String name, RuleDefinition rule) {
        return new CapRule(
                name,
                new LabelPattern(given("label", rule.label())),
                given("limit", rule.limit()),
                Window.parse(given("window", rule.window())));
    }
}
