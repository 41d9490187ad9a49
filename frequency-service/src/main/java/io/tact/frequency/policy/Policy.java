package io.tact.frequency.policy;

import io.tact.frequency.cap.CapRule;
import java.util.List;

/** A named list of rules. */
public record Policy(String id, List<CapRule> rules) {
    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

    public Policy {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException(
                    "The id of a policy is " + ID + ", not '" + id + "'");
        }
        if (rules.size() > 100) {
            throw new IllegalArgumentException("A policy has up to 100 rules, not " + rules.size());
        }
        rules = List.copyOf(rules);
    }
}
