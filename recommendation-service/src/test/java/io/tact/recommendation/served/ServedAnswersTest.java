package io.tact.recommendation.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.testkit.Contract;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.TestStack;
import io.tact.recommendation.Guest;
import io.tact.recommendation.ServiceUnderTest;
import io.tact.recommendation.TestShop;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ServedAnswersTest {
    TestStack stack;
    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(stack);
    }

    @Test
    void personalAnswerIsRecordedWithItsReasonsAndNoOther() {
        Guest silent = shop.visitor("not recorded");
        silent.asks("home.popular");
        Guest ann = shop.visitor("recorded").allows(Purpose.EXPERIENCE);

        Response answer =
                ann.request()
                        .header("X-Request-Id", "served-once")
                        .body(Map.of("placement", "home.popular"))
                        .post("/v1/recommendations");

        String key = ann.key().value() + "/" + answer.jsonPath().getString("answerId");
        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(),
                        stack.topicPrefix() + "recommendation.served.v1")) {
            var records = topic.readUntil(record -> record.key().equals(key));
            var record = records.get(records.size() - 1);
            new Contract("recommendation.served.v1").holdsFor(record.value(), "served");
            assertThat(record.value())
                    .contains(answer.header("Index-Version"))
                    .contains("\"reason\":\"POPULAR\"");
            assertThat(new String(record.headers().lastHeader("ce_requestid").value()))
                    .isEqualTo("served-once");
            assertThat(records).noneMatch(other -> other.key().startsWith(silent.key().value()));
        }
    }
}
