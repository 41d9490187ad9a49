package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replica: 3                                                | replica",
                "replicas: 0                                               | /replicas",
                "replicas: '2'                                             | /replicas",
                "image: {repository: 'Tact/Service'}                       | /image/repository",
                "image: {pullPolicy: Sometimes}                            | /image/pullPolicy",
                "image: {tag: 'a b'}                                       | /image/tag",
                "image: {pullSecrets: [Not_A_Name]}                        | /image/pullSecrets/0",
                "resources: {limits: {memory: null}}                       | memory",
                "resources: {limits: {memory: 512}}                        | /resources/limits/memory",
                "resources: {requests: {cpu: much}}                        | /resources/requests/cpu",
                "shutdown: {delaySeconds: 5s}                              | /shutdown/delaySeconds",
                "shutdown: {delaySeconds: 0}                               | /shutdown/delaySeconds",
                "database: {password: open-sesame}                         | password",
                "database: {port: 65536}                                   | /database/port",
                "database: {existingSecret: ''}                            | /database/existingSecret",
                "kafka: {bootstrapServers: kafka}                          | /kafka/bootstrapServers",
                "kafka: {topicPrefix: EU_}                                 | /kafka/topicPrefix",
                "kafka: {strimzi: {replicas: 0}}                           | /kafka/strimzi/replicas",
                "topics: []                                                | /topics",
                "topics: [{name: a.v1, cleanup: never}]                    | /topics/0/cleanup",
                "oidc: {issuerUrl: login.example}                          | /oidc/issuerUrl",
                "oidc: {audience: null}                                    | audience",
                "installation: {secret: open-sesame}                       | secret",
                "visitorKeys: {existingSecret: both}                       | /visitorKeys",
                "receiptSigning: {key: open-sesame}                        | key",
                "networkPolicy: {enabled: yes please}                      | /networkPolicy/enabled",
                "networkPolicy: {clientsFrom: [{pods: all}]}               | pods",
            })
    void aBadValueIsRefusedByName(String values, String named) {
        assertThat(ServiceChart.all()).allSatisfy(chart -> assertRefused(chart, values, named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile-service        | visitorSigning: {existingSecret: a, keyId: b} | visitorSigning",
                "recommendation-service | visitorSigning: {existingSecret: a, keyId: b} | visitorSigning",
                "frequency-service      | writeKeys: {existingSecret: a}                | writeKeys",
                "consent-service        | writeKeys: {existingSecret: a}                | writeKeys",
                "consent-service        | visitorSigning: {keyId: ''}                   | /visitorSigning/keyId",
                "consent-service        | ledger: {origin: 'with a space'}               | /ledger/origin",
                "consent-service        | controller: {jurisdiction: Germany}           | /controller/jurisdiction",
                "consent-service        | controller: {storageLocations: []}            | /controller/storageLocations",
                "profile-service        | controller: {name: a}                         | controller",
                "profile-service        | writeKeys: {keys: [a]}                        | keys",
            })
    void aServiceTakesItsOwnSecretsOnly(String chart, String values, String named) {
        assertRefused(new ServiceChart(chart), values, named);
    }

    static Stream<Arguments> minimalValues() {
        return ServiceChart.all()
                .flatMap(
                        chart ->
                                Values.leaves(chart.minimalValues()).stream()
                                        .map(leaf -> Arguments.of(chart, leaf)));
    }

    @ParameterizedTest
    @MethodSource("minimalValues")
    void whatIsMissingIsNamed(ServiceChart chart, String leaf) {
        JsonNode values = Values.without(chart.minimalValues(), leaf);

        String key = leaf.substring(leaf.lastIndexOf('/') + 1);
        assertThatThrownBy(() -> chart.renderOnly(values))
                .hasMessageContaining("specifications of the schema")
                .hasMessageContaining("'" + key + "'");
    }

    @Test
    void whatTwoChartsShareMeansTheSameInBoth() {
        Map<String, JsonNode> meanings = new HashMap<>();
        ServiceChart.all()
                .flatMap(
                        chart ->
                                Stream.of("properties", "definitions")
                                        .flatMap(
                                                part ->
                                                        chart
                                                                .schema()
                                                                .path(part)
                                                                .properties()
                                                                .stream()))
                .forEach(
                        key ->
                                assertThat(key.getValue())
                                        .as(key.getKey())
                                        .isEqualTo(
                                                meanings.computeIfAbsent(
                                                        key.getKey(), first -> key.getValue())));
    }

    private static void assertRefused(ServiceChart chart, String values, String named) {
        assertThatThrownBy(() -> chart.render(values))
                .hasMessageContaining("specifications of the schema")
                .hasMessageContaining(named + "'");
    }
}
