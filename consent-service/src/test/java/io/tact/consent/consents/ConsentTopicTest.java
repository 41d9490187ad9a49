package io.tact.consent.consents;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.TestStack;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ConsentTopicTest {
    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    @Test
    void whatIsPublishedIsWhatWasPromised() {
        String ann = "customer-" + UUID.randomUUID();
        String key = key(ann);
        say(ann, "{\"answers\":{\"marketing\":true,\"experience\":true}}", "first");
        say(ann, "{\"answers\":{\"marketing\":false}}", "second");

        try (var topic = topic()) {
            List<ConsumerRecord<String, String>> read =
                    topic.readUntil(record -> record.key().equals(key) && version(record) == 2);

            assertThat(read)
                    .allSatisfy(record -> contract(record).holdsFor(record.value(), record.key()));
            var last = read.get(read.size() - 1);
            assertThat(last.value())
                    .contains("\"marketing\":{\"answer\":\"withdrawn\",\"at\":\"")
                    .doesNotContain(ann);
            assertThat(header(last, "ce_type")).isEqualTo("io.tact.consent.state.v1");
            assertThat(header(last, "ce_source")).isEqualTo("/consent-service");
            assertThat(header(last, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(last, "content-type")).isEqualTo("application/json");
            assertThat(header(last, "ce_requestid")).isIn("first", "second");
        }
    }

    @Test
    void heartbeatsComeInEveryPartition() {
        var partitions = new HashSet<Integer>();
        try (var topic = topic()) {
            topic.readUntil(
                    record -> {
                        if (record.key().equals("heartbeat")) {
                            contract(record).holdsFor(record.value(), record.key());
                            partitions.add(record.partition());
                        }
                        return partitions.size() == 4;
                    });
        }
    }

    private static Contract contract(ConsumerRecord<String, String> record) {
        return new Contract(record.key().equals("heartbeat") ? "heartbeat.v1" : "consent.state.v1");
    }

    private static long version(ConsumerRecord<String, String> record) {
        return new io.vertx.core.json.JsonObject(record.value()).getLong("version");
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private TopicUnderTest topic() {
        return new TopicUnderTest(
                stack.bootstrapServers(), stack.topicPrefix() + ConsentStore.TOPIC);
    }

    private void say(String customer, String body, String requestId) {
        given().auth()
                .oauth2(stack.tokens().customer(customer))
                .header("X-Request-Id", requestId)
                .contentType("application/json")
                .body(body)
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private String key(String customer) {
        return new IdentityKeys(stack.installationSecret()).of(Identity.customer(customer)).value();
    }
}
