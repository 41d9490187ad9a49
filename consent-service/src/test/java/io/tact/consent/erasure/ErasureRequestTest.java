package io.tact.consent.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.consent.client.testkit.TopicUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ErasureRequestTest {
    private static final String SERVICE = "consent-service";

    TestStack stack;
    @Inject AgroalDataSource database;
    @Inject ForgetOnRequest forgetOnRequest;

    private final String ann = "customer-" + UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();
    private final String person = UUID.randomUUID().toString().replace("-", "").substring(0, 22);

    @Test
    void whomAnErasureNamesIsUnknownAndTheReceiptSaysWhatWent() {
        say(Map.of("marketing", true, "experience", true));

        JsonNode receipt = erased();

        me().get("/v1/me/consents").then().body("answers", equalTo(Map.of()));
        assertThat(receipt.path("service").asText()).isEqualTo(SERVICE);
        assertThat(count(receipt, "consent_state")).isEqualTo(2);
        assertThat(count(receipt, "person_key")).isEqualTo(2);
        assertThat(receipt.toString()).doesNotContain(keys().get(0).value());
        assertThat(lastOnTheTopic(keys().get(0))).isNull();
    }

    @Test
    void somebodyUnknownIsForgottenAsWell() {
        JsonNode receipt = erased();

        assertThat(count(receipt, "consent_state")).isZero();
    }

    @Test
    void anErasureIsAnsweredOnceHoweverOftenItIsRead() {
        say(Map.of("marketing", true));
        UUID request = requests().send(texts(), List.of(person));
        requests().receipt(request, SERVICE);
        say(Map.of("marketing", false));

        forgetOnRequest.forget(
                List.of(new Erasure(request, Instant.now(), Set.copyOf(keys()), Set.of(person))));

        me().get("/v1/me/consents").then().body("answers.marketing.answer", equalTo("refused"));
        assertThat(number("select count(*) from outbox where key = '" + request + "'")).isOne();
    }

    @Test
    void whoeverComesBackIsSomebodyNew() {
        say(Map.of("marketing", true));
        erased();

        say(Map.of("marketing", false));

        me().get("/v1/me/consents").then().body("answers.marketing.answer", equalTo("refused"));
    }

    @Test
    void aLinkThatIsReadAgainComesBackOfNobody() {
        link(person, 1);
        linked(1);
        erased();
        linked(0);

        link(person, 1);
        link("somebodyWhoCameBackNow", 2);

        linked(1);
        assertThat(number("select count(*) from linked_identity where person = '" + person + "'"))
                .isZero();
    }

    private JsonNode erased() {
        return requests().receipt(requests().send(texts(), List.of(person)), SERVICE);
    }

    private ErasureRequests requests() {
        return new ErasureRequests(stack);
    }

    private void link(String to, int version) {
        requests()
                .produce(
                        "profile.identity.v1",
                        keys().get(0).value(),
                        "{\"person\":\"%s\",\"version\":%d,\"type\":\"user_id\"}"
                                .formatted(to, version));
    }

    private void linked(long rows) {
        Eventually.get(
                "links",
                () ->
                        number(
                                "select count(*) from linked_identity where identity_key = '"
                                        + keys().get(0).value()
                                        + "'"),
                found -> found == rows);
    }

    private @Nullable String lastOnTheTopic(IdentityKey key) {
        try (var topic =
                new TopicUnderTest(
                        stack.bootstrapServers(), stack.topicPrefix() + "consent.state.v1")) {
            var read =
                    topic.readUntil(
                            record -> record.key().equals(key.value()) && record.value() == null);
            return read.get(read.size() - 1).value();
        }
    }

    private static long count(JsonNode receipt, String table) {
        for (JsonNode deleted : receipt.path("deleted")) {
            if (deleted.path("name").asText().equals(table)) {
                return deleted.path("count").asLong();
            }
        }
        return 0;
    }

    private List<IdentityKey> keys() {
        var keys = new IdentityKeys(stack.installationSecret());
        return List.of(
                keys.of(Identity.customer(ann)),
                keys.of(Identity.visitor(TestTokens.anonymousId(subject))));
    }

    private List<String> texts() {
        return keys().stream().map(IdentityKey::value).toList();
    }

    private void say(Map<String, Boolean> answers) {
        me().contentType("application/json")
                .body(Map.of("answers", answers))
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private RequestSpecification me() {
        return given().auth()
                .oauth2(stack.tokens().customer(ann))
                .header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private long number(String select) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
