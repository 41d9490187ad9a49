package io.tact.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    private static final String STRIMZI =
            "kafka: {topicPrefix: eu., strimzi: {cluster: events, namespace: kafka}}";

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void theChartHasTheTopicsOfTheContract(ServiceChart chart) {
        Path contract = chart.service().resolve("contracts/topics.json");
        Pending.skipUnlessWritten(contract);

        assertThat(chart.defaultValues().path("topics")).isEqualTo(Yaml.read(contract));
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void withoutStrimziSomebodyElseMakesTheTopics(ServiceChart chart) {
        assertThat(chart.render().all("KafkaTopic")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.tact.k8s.ServiceChart#all")
    void everyTopicBecomesAnObjectThatAnUninstallLeavesAlone(ServiceChart chart) {
        List<JsonNode> topics = chart.render(STRIMZI).all("KafkaTopic");

        assertThat(topics)
                .hasSameSizeAs(chart.defaultValues().path("topics"))
                .allSatisfy(
                        topic -> {
                            assertThat(topic.path("apiVersion").asText())
                                    .isEqualTo("kafka.strimzi.io/v1");
                            assertThat(topic.at("/metadata/name").asText()).startsWith("eu.");
                            assertThat(topic.at("/metadata/namespace").asText()).isEqualTo("kafka");
                            assertThat(topic.at("/metadata/labels").path("strimzi.io/cluster"))
                                    .isEqualTo(Yaml.parse("events"));
                            assertThat(topic.at("/metadata/annotations"))
                                    .isEqualTo(Yaml.parse("helm.sh/resource-policy: keep"));
                            assertThat(topic.at("/spec/partitions").asInt())
                                    .isEqualTo(partitionsOf(topic.at("/metadata/name").asText()));
                            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
                        });
    }

    /**
     * People can be spread over pods; the head of the ledger, its journal, and who was erased are
     * one thing.
     */
    private static int partitionsOf(String topic) {
        return Set.of(
                                "eu.consent.checkpoint.v1",
                                "eu.consent.erasure.v1",
                                "eu.privacy.erasure.v1",
                                "eu.privacy.receipt.v1")
                        .contains(topic)
                ? 1
                : 64;
    }

    @Test
    void aTombstoneReallyRemoves() {
        assertThat(configOf("{name: a.v1, cleanup: compact, partitionsPerInstallation: 8}"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                cleanup.policy: compact
                                min.insync.replicas: 2
                                segment.ms: 600000
                                max.compaction.lag.ms: 3600000
                                delete.retention.ms: 604800000
                                """));
    }

    @Test
    void aLogIsKeptForItsDays() {
        assertThat(
                        configOf(
                                "{name: a.v1, cleanup: 'compact,delete', partitionsPerInstallation: 8,"
                                        + " retentionDays: 400}"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                cleanup.policy: compact,delete
                                min.insync.replicas: 2
                                segment.ms: 600000
                                max.compaction.lag.ms: 3600000
                                delete.retention.ms: 604800000
                                retention.ms: 34560000000
                                """));
    }

    @Test
    void aLogWithoutDaysIsKeptForEver() {
        assertThat(configOf("{name: a.v1, cleanup: delete, partitionsPerInstallation: 8}"))
                .isEqualTo(
                        Yaml.parse(
                                """
                                cleanup.policy: delete
                                min.insync.replicas: 2
                                segment.ms: 600000
                                retention.ms: -1
                                """));
    }

    private static JsonNode configOf(String topic) {
        return new ServiceChart("consent-service")
                .render(STRIMZI + "\ntopics: [" + topic + "]")
                .only("KafkaTopic")
                .at("/spec/config");
    }
}
