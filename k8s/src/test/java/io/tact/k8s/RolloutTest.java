package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutTest {
    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aRolloutNeverTakesAPodAwayBeforeAnotherIsReady(ServiceChart chart) {
        JsonNode deployment = chart.render().only("Deployment");

        assertThat(deployment.at("/spec/strategy"))
                .isEqualTo(
                        Yaml.parse(
                                "{type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aPodThatLeavesAnswersAWhileThenFinishesItsRequests(ServiceChart chart) {
        Rendering rendering = chart.render("shutdown: {delaySeconds: 7, gracePeriodSeconds: 40}");

        assertThat(rendering.container().path("lifecycle"))
                .isEqualTo(Yaml.parse("{preStop: {sleep: {seconds: 7}}}"));
        assertThat(Environment.of(rendering)).containsEntry("QUARKUS_SHUTDOWN_TIMEOUT", "20S");
        assertThat(rendering.pod().path("terminationGracePeriodSeconds").asInt()).isEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aGracePeriodThatWouldCutARequestOffIsRefused(ServiceChart chart) {
        assertThatThrownBy(() -> chart.render("shutdown: {gracePeriodSeconds: 25}"))
                .hasMessageContaining("shutdown.gracePeriodSeconds is 25")
                .hasMessageContaining("which is 25");

        assertThat(chart.render("shutdown: {gracePeriodSeconds: 26}").kinds()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBudgetGuardsMoreThanOneReplica(int replicas) {
        assertThat(ServiceChart.all())
                .allSatisfy(
                        chart -> {
                            Rendering rendering = chart.render("replicas: " + replicas);

                            assertThat(rendering.only("Deployment").at("/spec/replicas").asInt())
                                    .isEqualTo(replicas);
                            assertThat(rendering.all("PodDisruptionBudget"))
                                    .hasSize(replicas > 1 ? 1 : 0)
                                    .allMatch(
                                            budget ->
                                                    budget.at("/spec/maxUnavailable").asInt() == 1);
                        });
    }
}
