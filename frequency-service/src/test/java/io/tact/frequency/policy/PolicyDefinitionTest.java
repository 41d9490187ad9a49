package io.tact.frequency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.frequency.cap.CapRule;
import io.tact.frequency.policy.PolicyDefinition.RuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDefinitionTest {
    @Test
    void rulesAreNamedAfterTheirPolicyAndPlace() {
        var definition =
                new PolicyDefinition(
                        List.of(
                                new RuleDefinition("campaign:*", 3, "P1D"),
                                new RuleDefinition("global", 0, "lifetime")));

        Policy policy = definition.policy("everyday");

        assertThat(policy.rules())
                .extracting(CapRule::name)
                .containsExactly("everyday/1", "everyday/2");
        assertThat(PolicyDefinition.of(policy)).isEqualTo(definition);
    }

    @ParameterizedTest
    @CsvSource({
        "campaign:*,,P1D,limit is missing",
        "campaign:*,-1,P1D,-1",
        "campaign:*,1,,window is missing",
        "campaign:*,1,yesterday,yesterday",
        ",1,P1D,label is missing",
        "campaign,1,P1D,campaign",
        "*,1,P1D,*"
    })
    void whatIsWrongIsNamed(String label, Integer limit, String window, String named) {
        var definition = new PolicyDefinition(List.of(new RuleDefinition(label, limit, window)));

        assertThatThrownBy(() -> definition.policy("everyday"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void policyWithoutRulesIsSaidToBeEmptyNotForgotten() {
        assertThat(new PolicyDefinition(List.of()).policy("everyday").rules()).isEmpty();
        assertThatThrownBy(() -> new PolicyDefinition(null).policy("everyday"))
                .hasMessageContaining("rules is missing");
    }
}
