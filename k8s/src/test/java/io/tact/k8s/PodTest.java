package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PodTest {
    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aPodRunsWithoutAnyPrivilege(ServiceChart chart) {
        Rendering rendering = chart.render();

        assertThat(rendering.pod().path("securityContext"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                runAsNonRoot: true
                                runAsUser: 10001
                                runAsGroup: 10001
                                fsGroup: 10001
                                seccompProfile: {type: RuntimeDefault}
                                """));
        assertThat(rendering.container().path("securityContext"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                allowPrivilegeEscalation: false
                                readOnlyRootFilesystem: true
                                capabilities: {drop: [ALL]}
                                """));
        assertThat(rendering.pod().path("hostNetwork").isMissingNode()).isTrue();
        assertThat(rendering.pod().path("containers")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aPodHasAnAccountOfItsOwnAndNoToken(ServiceChart chart) {
        Rendering rendering = chart.render();

        assertThat(rendering.pod().path("serviceAccountName").asText()).isEqualTo(chart.name());
        assertThat(rendering.pod().path("automountServiceAccountToken"))
                .isEqualTo(Yaml.parse("false"));
        assertThat(rendering.only("ServiceAccount").path("automountServiceAccountToken"))
                .isEqualTo(Yaml.parse("false"));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void onlyTmpCanBeWritten(ServiceChart chart) {
        Rendering rendering = chart.render();

        assertThat(rendering.pod().path("volumes"))
                .filteredOn(volume -> volume.has("emptyDir"))
                .containsExactly(Yaml.parse("{name: tmp, emptyDir: {sizeLimit: 64Mi}}"));
        assertThat(rendering.container().path("volumeMounts"))
                .filteredOn(mount -> !mount.path("readOnly").asBoolean())
                .containsExactly(Yaml.parse("{name: tmp, mountPath: /tmp}"));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void aPodAsksForWhatItNeedsAndItsMemoryIsLimited(ServiceChart chart) {
        JsonNode resources = chart.render().container().path("resources");

        assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
        assertThat(resources.at("/requests/memory").asText()).isNotEmpty();
        assertThat(resources.at("/limits/memory")).isEqualTo(resources.at("/requests/memory"));
        assertThat(resources.at("/limits/cpu").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "startupProbe, /q/health/started",
        "livenessProbe, /q/health/live",
        "readinessProbe, /q/health/ready"
    })
    void probesAskTheManagementPort(String probe, String path) {
        assertThat(ServiceChart.all())
                .allSatisfy(
                        chart ->
                                assertThat(chart.render().container().path(probe).path("httpGet"))
                                        .isEqualTo(
                                                Yaml.parse(
                                                        "{path: %s, port: management}"
                                                                .formatted(path))));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void theManagementPortIs9000(ServiceChart chart) {
        assertThat(chart.render().container().path("ports"))
                .containsExactly(
                        Yaml.parse("{name: http, containerPort: 8080}"),
                        Yaml.parse("{name: management, containerPort: 9000}"));
    }
}
