package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void theServiceRoutesTheMainPortOnly(ServiceChart chart) {
        JsonNode service = chart.render().only("Service");

        assertThat(service.at("/spec/ports"))
                .containsExactly(
                        Yaml.parse("{name: http, port: 80, targetPort: http, appProtocol: http}"));
        assertThat(service.at("/spec/type").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void everySelectorMeansThePodsOfThisService(ServiceChart chart) {
        Rendering rendering = chart.render();
        JsonNode selector = Yaml.parse("app.kubernetes.io/name: " + chart.name());

        assertThat(rendering.only("Service").at("/spec/selector")).isEqualTo(selector);
        assertThat(rendering.only("Deployment").at("/spec/selector/matchLabels"))
                .isEqualTo(selector);
        assertThat(rendering.only("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(selector);
        assertThat(rendering.only("NetworkPolicy").at("/spec/podSelector/matchLabels"))
                .isEqualTo(selector);
        assertThat(rendering.only("Deployment").at("/spec/template/metadata/labels"))
                .contains(selector.iterator().next());
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void nobodyReachesTheManagementPortUnlessNamed(ServiceChart chart) {
        JsonNode closed = chart.render().only("NetworkPolicy");
        JsonNode open =
                chart.render(
                                """
                                networkPolicy:
                                  clientsFrom: [{podSelector: {matchLabels: {app: gateway}}}]
                                  metricsFrom: [{namespaceSelector: {matchLabels: {team: monitoring}}}]
                                """)
                        .only("NetworkPolicy");

        assertThat(closed.at("/spec/policyTypes")).isEqualTo(Yaml.parse("[Ingress]"));
        assertThat(closed.at("/spec/ingress")).isEqualTo(Yaml.parse("[{ports: [{port: http}]}]"));
        assertThat(open.at("/spec/ingress"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                - ports: [{port: http}]
                                  from: [{podSelector: {matchLabels: {app: gateway}}}]
                                - ports: [{port: management}]
                                  from: [{namespaceSelector: {matchLabels: {team: monitoring}}}]
                                """));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void thePolicyCanBeLeftToTheCluster(ServiceChart chart) {
        assertThat(chart.render("networkPolicy: {enabled: false}").all("NetworkPolicy")).isEmpty();
    }
}
