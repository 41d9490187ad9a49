package io.tact.consent.client.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsWhatIsMeant() {
        assertThat(StrictJson.read("{\"said\":{\"marketing\":false}}", Body.class).said())
                .isEqualTo(Map.of("marketing", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"said\":{\"marketing\":false,\"marketing\":true}}",
                "{\"said\":{\"marketing\":\"true\"}}",
                "{\"said\":{\"marketing\":1}}",
                "{\"said\":{\"marketing\":{}}}",
                "{\"said\":[true]}",
                "{\"said\":{},\"sayed\":{}}",
                "{\"said\":{}} {}",
                "{'said':{}}"
            })
    void refusesWhatCouldMeanSomethingElse(String body) {
        HttpProblem problem =
                catchThrowableOfType(HttpProblem.class, () -> StrictJson.read(body, Body.class));

        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(problem.getType()).hasToString("https://tact.dev/problems/body-malformed");
    }

    @Test
    void namesThePlaceAndNotTheValue() {
        HttpProblem problem =
                catchThrowableOfType(
                        HttpProblem.class,
                        () ->
                                StrictJson.read(
                                        "{\"said\":{\"marketing\":\"ann@shop.example\"}}",
                                        Body.class));

        assertThat(problem.getDetail()).contains("said.marketing").doesNotContain("ann");
    }

    @Test
    void largeBodyIsNotEvenRead() {
        HttpProblem problem =
                catchThrowableOfType(
                        HttpProblem.class, () -> StrictJson.read("x".repeat(16_385), Body.class));

        assertThat(problem.getStatusCode()).isEqualTo(413);
    }

    record Body(@Nullable Map<String, Boolean> said) {}
}
