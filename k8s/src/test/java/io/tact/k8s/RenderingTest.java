package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {
    @Test
    void everyServiceHasAChart() {
        assertThat(ServiceChart.names())
                .containsExactly(
                        "consent-service",
                        "frequency-service",
                        "profile-service",
                        "recommendation-service");
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aChartLintsStrictly(ServiceChart chart) {
        LintResult result = chart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("WARNING"));
    }

    @Test
    void theLibraryLintsStrictly() {
        LintResult result =
                new Helm(Assembly.ofAllCharts().chart("tact-lib")).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aChartMakesOneOfEachKindAndNothingElse(ServiceChart chart) {
        Rendering rendering = chart.render();

        assertThat(rendering.kinds())
                .containsExactlyInAnyOrder(
                        "ServiceAccount",
                        "Service",
                        "Deployment",
                        "PodDisruptionBudget",
                        "NetworkPolicy");
        assertThat(rendering.objects())
                .allSatisfy(
                        object -> {
                            assertThat(object.at("/metadata/name").asText())
                                    .isEqualTo(chart.name());
                            assertThat(object.at("/metadata/namespace").asText())
                                    .isEqualTo(Rendering.NAMESPACE);
                        });
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void nothingIsGeneratedSoTwoRendersAreTheSameBytes(ServiceChart chart) {
        String first = chart.render("kafka: {strimzi: {cluster: tact}}").text();

        String second = chart.render("kafka: {strimzi: {cluster: tact}}").text();

        assertThat(second).isEqualTo(first);
        assertThat(first).doesNotContain("kind: Secret", "kind: ConfigMap");
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void theImageIsTheAppVersionUnlessSaidOtherwise(ServiceChart chart) {
        assertThat(chart.render().container().path("image").asText())
                .isEqualTo("tact/" + chart.name() + ":0.1.0-SNAPSHOT");
        assertThat(chart.render("image: {tag: 1.2.3}").container().path("image").asText())
                .isEqualTo("tact/" + chart.name() + ":1.2.3");
    }
}
