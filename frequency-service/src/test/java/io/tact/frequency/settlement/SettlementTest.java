package io.tact.frequency.settlement;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.testkit.Contract;
import io.tact.frequency.Past;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.frequency.TopicsUnderTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class SettlementTest {
    Surroundings shop;
    @Inject Pool database;

    @Test
    void confirmingTwiceIsConfirmingOnce() {
        shop.personalCampaign("settle-a", "settle.a");
        RequestSpecification ann = shop.customer(somebody(), true);
        String id = reserve(ann, ask("settle.a", "settle-a", "tent-1"));

        settle(ann, id, "confirm", 200).body("state", equalTo("confirmed")).body("id", equalTo(id));
        settle(ann, id, "confirm", 200);
        settle(ann, id, "seen", 200).body("state", equalTo("seen"));
    }

    @Test
    void whatIsReleasedIsFreeAgainAndCannotBeConfirmed() {
        shop.personalCampaign("settle-b", "settle.b");
        shop.policy("settle-b", "campaign:settle-b", 1, "P1D");
        RequestSpecification ann = shop.customer(somebody(), true);
        String id = reserve(ann, ask("settle.b", "settle-b", "tent-1"));

        settle(ann, id, "release", 200).body("state", equalTo("released"));

        settle(ann, id, "release", 200);
        settle(ann, id, "confirm", 410)
                .body("type", equalTo("https://tact.dev/problems/reservation-gone"));
        String next = reserve(ann, ask("settle.b", "settle-b", "tent-1"));
        settle(ann, next, "confirm", 200);
        settle(ann, next, "release", 409)
                .body("type", equalTo("https://tact.dev/problems/already-confirmed"));
    }

    @Test
    void reservationThatIsNotConfirmedWithinAMinuteIsOverAndItsSlotIsFree() {
        shop.personalCampaign("settle-h", "settle.h");
        shop.policy("settle-h", "campaign:settle-h", 1, "P1D");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        String id = reserve(ann, ask("settle.h", "settle-h", "tent-1"));
        Duration minute = Duration.ofMinutes(1);

        Past.age(database, shop.keyOf(name).value(), minute);

        settle(ann, Past.aged(id, minute), "confirm", 410)
                .body("type", equalTo("https://tact.dev/problems/reservation-gone"));
        String next = reserve(ann, ask("settle.h", "settle-h", "tent-1"));
        settle(ann, Past.aged(id, minute), "confirm", 410);
        settle(ann, next, "confirm", 200);
    }

    @Test
    void onlyWhatWasConfirmedCanHaveBeenSeen() {
        shop.personalCampaign("settle-c", "settle.c");
        RequestSpecification ann = shop.customer(somebody(), true);
        String id = reserve(ann, ask("settle.c", "settle-c", "tent-1"));

        settle(ann, id, "seen", 409)
                .body("type", equalTo("https://tact.dev/problems/not-confirmed"));
    }

    @Test
    void notInterestedEndsTheProductAndNothingElse() {
        shop.personalCampaign("settle-d", "settle.d");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        String id = reserve(ann, ask("settle.d", "settle-d", "tent-1"));
        settle(ann, id, "confirm", 200);

        settle(ann, id, "not-interested", 200).body("label", equalTo("product:tent-1"));

        ann.body(ask("settle.d", "settle-d", "tent-1"))
                .post("/v1/reservations")
                .then()
                .body("decision", equalTo("DENY"))
                .body("reason.rule", equalTo("not-interested"))
                .body("reason.label", equalTo("product:tent-1"));
        reserve(ann, ask("settle.d", "settle-d", "tent-2"));
        String key = shop.keyOf(name).value() + "/product:tent-1";
        var told =
                last(
                        shop.topics()
                                .readUntil(
                                        "frequency.capped.v1", record -> record.key().equals(key)),
                        key);
        assertThat(told.value()).contains("\"until\" : null").contains("not-interested");
    }

    @Test
    void withoutMarketingAReservationIsSettledWithinItsSession() {
        shop.contextualCampaign("settle-e", "settle.e");
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        String released = reserve(visitor, ask("settle.e"));
        settle(visitor, released, "release", 200);
        settle(visitor, released, "confirm", 410);
        String id = reserve(visitor, ask("settle.e"));
        settle(visitor, id, "seen", 409);
        settle(visitor, id, "confirm", 200);
        settle(visitor, id, "confirm", 200);
        settle(visitor, id, "seen", 200);
        settle(visitor, id, "release", 409);
        settle(visitor, id, "not-interested", 200).body("label", equalTo("campaign:settle-e"));
        visitor.body(ask("settle.e"))
                .post("/v1/reservations")
                .then()
                .body("reason.rule", equalTo("not-interested"));
        settle(shop.asVisitor(shop.tokens().visitor(somebody())), id, "confirm", 404);
    }

    @Test
    void everyStepIsPublishedAsAgreed() {
        shop.personalCampaign("settle-f", "settle.f");
        shop.policy("settle-f", "campaign:settle-f", 1, "P1D");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        String id =
                reserve(
                        ann.header("X-Request-Id", "request-f"),
                        ask("settle.f", "settle-f", "tent-1"));
        settle(ann, id, "confirm", 200);
        settle(ann, id, "seen", 200);

        String key = shop.keyOf(name).value() + "/" + id.substring(1);
        List<ConsumerRecord<String, String>> records =
                shop.topics()
                        .readUntil(
                                "frequency.impression.v1",
                                record ->
                                        record.key().equals(key)
                                                && record.value().contains("seen"));
        List<ConsumerRecord<String, String>> own =
                records.stream().filter(record -> record.key().equals(key)).toList();

        assertThat(own).hasSize(3);
        assertThat(own.get(0).value()).contains("reserved").contains("expiresAt");
        assertThat(own.get(1).value()).contains("\"confirmed\"").contains("confirmedAt");
        assertThat(own.get(2).value())
                .contains("campaign:settle-f", "placement:settle.f", "product:tent-1")
                .doesNotContain("global");
        assertThat(TopicsUnderTest.header(own.get(0), "ce_type"))
                .isEqualTo("io.tact.frequency.impression.v1");
        assertThat(TopicsUnderTest.header(own.get(0), "ce_requestid")).isEqualTo("request-f");
        var contract = new Contract("frequency.impression.v1");
        assertThat(records.stream().filter(record -> record.value() != null).toList())
                .allSatisfy(record -> contract.holdsFor(record.value(), record.key()));

        String capped = shop.keyOf(name).value() + "/campaign:settle-f";
        var closed =
                shop.topics()
                        .readUntil("frequency.capped.v1", record -> record.key().equals(capped));
        assertThat(last(closed, capped).value()).contains("\"cap\"").contains("settle-f/1");
        var cappedContract = new Contract("frequency.capped.v1");
        assertThat(closed.stream().filter(record -> record.value() != null).toList())
                .allSatisfy(record -> cappedContract.holdsFor(record.value(), record.key()));
    }

    @Test
    void capThatIsChangedIsTakenBack() {
        shop.personalCampaign("settle-g", "settle.g");
        shop.policy("settle-g", "campaign:settle-g", 1, "P1D");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        settle(ann, reserve(ann, ask("settle.g", "settle-g", "tent-1")), "confirm", 200);
        String key = shop.keyOf(name).value() + "/campaign:settle-g";
        shop.topics().readUntil("frequency.capped.v1", record -> record.key().equals(key));

        shop.policy("settle-g", "campaign:settle-g", 2, "P1D");

        shop.topics()
                .readUntil(
                        "frequency.capped.v1",
                        record -> record.key().equals(key) && record.value() == null);
    }

    @Test
    void rulesThatAnotherReplicaReplacedPublishNoCap() {
        shop.personalCampaign("settle-i", "settle.i");
        shop.policy("settle-i", "campaign:settle-i", 1, "P1D");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        String id = reserve(ann, ask("settle.i", "settle-i", "tent-1"));

        sql("update policy set definition = '{\"rules\":[]}' where id = 'settle-i'");
        sql("update registry set version = version + 1");
        settle(ann, id, "confirm", 200);

        assertThat(
                        sql(
                                "select from capped where name = '%s' and reason = 'cap'"
                                        .formatted(shop.keyOf(name).value())))
                .isZero();
    }

    private int sql(String statement) {
        return database.query(statement).execute().await().indefinitely().rowCount();
    }

    @Test
    void idThatWasNeverGivenOutIsUnknown() {
        RequestSpecification ann = shop.customer(somebody(), true);
        for (String id :
                new String[] {
                    "x", "pAAAAAAAAAAA", "sAAAAAAAAAAA", "p".repeat(300), "p-_AAAAAAAAA"
                }) {
            settle(ann, id, "confirm", 404);
        }
    }

    private static String reserve(RequestSpecification who, String body) {
        return who.body(body)
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .body("decision", equalTo("GRANT"))
                .extract()
                .path("reservation.id");
    }

    private static ValidatableResponse settle(
            RequestSpecification who, String id, String step, int status) {
        return who.body("").post("/v1/reservations/" + id + "/" + step).then().statusCode(status);
    }

    private static ConsumerRecord<String, String> last(
            List<ConsumerRecord<String, String>> records, String key) {
        return records.stream()
                .filter(record -> record.key().equals(key))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
