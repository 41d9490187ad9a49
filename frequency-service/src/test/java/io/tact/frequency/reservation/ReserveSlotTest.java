package io.tact.frequency.reservation;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.frequency.Past;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ReserveSlotTest {
    Surroundings shop;
    @Inject Pool database;
    @Inject MeterRegistry metrics;

    @Test
    void slotIsGrantedUpToTheCapAndThenSaysWhy() {
        shop.personalCampaign("basket-a", "test.a");
        shop.policy("test-a", "campaign:basket-a", 2, "P1D");
        RequestSpecification ann = shop.customer(somebody(), true);

        Instant expires =
                Instant.parse(
                        reserve(ann, ask("test.a", "basket-a", "tent-1"))
                                .body("decision", equalTo("GRANT"))
                                .body("reservation.campaign", equalTo("basket-a"))
                                .body("reservation.item", equalTo("tent-1"))
                                .body("reservation.kind", equalTo("personal"))
                                .body("reservation.creative.type", equalTo("item"))
                                .body("reservation.id", startsWith("p"))
                                .extract()
                                .path("reservation.expiresAt"));
        reserve(ann, ask("test.a", "basket-a", "tent-2")).body("decision", equalTo("GRANT"));
        String next =
                reserve(ann, ask("test.a", "basket-a", "tent-3"))
                        .body("decision", equalTo("DENY"))
                        .body("reason.rule", equalTo("test-a/1"))
                        .body("reason.label", equalTo("campaign:basket-a"))
                        .body("reason.count", equalTo(2))
                        .body("reason.limit", equalTo(2))
                        .extract()
                        .path("reason.nextEligibleAt");

        assertThat(Instant.parse(next)).as("the first one expires").isEqualTo(expires);
    }

    @Test
    void whatWasShownCountsUntilItsWindowEnds() {
        shop.personalCampaign("basket-n", "test.n");
        shop.policy("test-n", "campaign:basket-n", 1, "P1D");
        String name = somebody();
        RequestSpecification ann = shop.customer(name, true);
        String id =
                reserve(ann, ask("test.n", "basket-n", "tent-1")).extract().path("reservation.id");
        ann.body("").post("/v1/reservations/" + id + "/confirm").then().statusCode(200);

        Past.age(database, shop.keyOf(name).value(), Duration.ofHours(23));
        reserve(ann, ask("test.n", "basket-n", "tent-1"))
                .body("decision", equalTo("DENY"))
                .body("reason.count", equalTo(1));

        Past.age(database, shop.keyOf(name).value(), Duration.ofHours(1));
        reserve(ann, ask("test.n", "basket-n", "tent-1")).body("decision", equalTo("GRANT"));
    }

    @Test
    void changedPolicyHoldsAtOnceForWhatWasShownBefore() {
        shop.personalCampaign("basket-b", "test.b");
        shop.policy("test-b", "campaign:basket-b", 5, "P1D");
        RequestSpecification ann = shop.customer(somebody(), true);
        reserve(ann, ask("test.b", "basket-b", "tent-1")).body("decision", equalTo("GRANT"));

        shop.policy("test-b", "campaign:basket-b", 1, "P1D");

        int version =
                reserve(ann, ask("test.b", "basket-b", "tent-1"))
                        .body("decision", equalTo("DENY"))
                        .extract()
                        .path("policyVersion");
        shop.policy("test-b", "campaign:basket-b", 2, "P1D");
        int next =
                reserve(ann, ask("test.b", "basket-b", "tent-1"))
                        .body("decision", equalTo("GRANT"))
                        .extract()
                        .path("policyVersion");
        assertThat(next).isEqualTo(version + 1);
    }

    @Test
    void policyThatAnotherReplicaSavedHoldsAtOnceWithoutMarketingAsWell() {
        shop.contextualCampaign("spring-o", "test.o");
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(somebody()));
        reserve(visitor, ask("test.o")).body("decision", equalTo("GRANT"));

        database.withTransaction(
                        transaction ->
                                transaction
                                        .query("update registry set version = version + 1")
                                        .execute()
                                        .chain(
                                                () ->
                                                        transaction
                                                                .query(
                                                                        """
                                                                        insert into policy select 'test-o', version,
                                                                        '{"rules":[{"label":"placement:test.o","limit":0,"window":"P1D"}]}'
                                                                        from registry""")
                                                                .execute()))
                .await()
                .indefinitely();

        reserve(visitor, ask("test.o"))
                .body("decision", equalTo("DENY"))
                .body("reason.rule", equalTo("test-o/1"));
    }

    @Test
    void limitOfZeroBlocksAndTheNextInLineWins() {
        shop.personalCampaign("basket-c", "test.c");
        shop.contextualCampaign("spring-c", "test.c");
        shop.policy("test-c", "campaign:basket-c", 0, "P1D");
        RequestSpecification ann = shop.customer(somebody(), true);

        reserve(ann, ask("test.c", "basket-c", "tent-1"))
                .body("decision", equalTo("GRANT"))
                .body("reservation.campaign", equalTo("spring-c"))
                .body("reservation.item", nullValue())
                .body("reservation.creative.title", equalTo("spring-c"));
    }

    @Test
    void strangerIsDeniedAndToldWhyAndCounted() {
        double before = refusals("no-subject");
        reserve(io.restassured.RestAssured.given().contentType("application/json"), ask("test.d"))
                .body("decision", equalTo("DENY"))
                .body("reason.rule", equalTo("no-subject"))
                .body("reason.count", nullValue());
        assertThat(refusals("no-subject")).isEqualTo(before + 1);
    }

    @Test
    void withoutMarketingOnlyContextualCampaignsCompeteUnderTheSession() {
        shop.personalCampaign("basket-e", "test.e");
        shop.contextualCampaign("spring-e", "test.e");
        String token = shop.tokens().visitor(somebody());
        RequestSpecification visitor = shop.asVisitor(token);

        for (int shown = 0; shown < 3; shown++) {
            reserve(visitor, ask("test.e", "basket-e", "tent-1"))
                    .body("reservation.campaign", equalTo("spring-e"))
                    .body("reservation.kind", equalTo("contextual"))
                    .body("reservation.id", startsWith("s"));
        }
        reserve(visitor, ask("test.e", "basket-e", "tent-1"))
                .body("decision", equalTo("DENY"))
                .body("reason.rule", equalTo("session-limit"))
                .body("reason.count", equalTo(3))
                .body("reason.limit", equalTo(3));
        reserve(shop.asVisitor(shop.tokens().visitor(somebody())), ask("test.e"))
                .body("decision", equalTo("GRANT"));
    }

    @Test
    void campaignWithAPersonCapNeedsMarketing() {
        shop.contextualCampaign("spring-f", "test.f");
        shop.policy("test-f", "campaign:spring-f", 3, "P1D");

        reserve(shop.asVisitor(shop.tokens().visitor(somebody())), ask("test.f"))
                .body("reason.rule", equalTo("marketing-required"));
        reserve(shop.customer(somebody(), true), ask("test.f")).body("decision", equalTo("GRANT"));
    }

    @Test
    void customerWithoutMarketingAndWithoutASessionSeesNothing() {
        shop.contextualCampaign("spring-g", "test.g");

        reserve(shop.customer(somebody(), false), ask("test.g"))
                .body("reason.rule", equalTo("no-session"));
    }

    @Test
    void sessionRuleHoldsForEverybody() {
        shop.contextualCampaign("spring-h", "test.h");
        shop.policy("test-h", "placement:test.h", 1, "session");
        String subject = somebody();
        ConsentSeq seq = shop.consents().grant(shop.keyOfVisitor(subject), Purpose.MARKETING);
        RequestSpecification granted =
                shop.asVisitor(shop.tokens().visitor(subject))
                        .header(ConsentSeq.HEADER, seq.header());
        RequestSpecification refused = shop.asVisitor(shop.tokens().visitor(somebody()));

        for (RequestSpecification visitor : new RequestSpecification[] {granted, refused}) {
            reserve(visitor, ask("test.h")).body("decision", equalTo("GRANT"));
            reserve(visitor, ask("test.h"))
                    .body("decision", equalTo("DENY"))
                    .body("reason.rule", equalTo("test-h/1"))
                    .body("reason.count", equalTo(1));
        }
    }

    @Test
    void withdrawalCountsAtOnceAndWhatWasShownBeforeHoldsBack() {
        shop.personalCampaign("basket-i", "test.i");
        shop.contextualCampaign("spring-i", "test.i");
        shop.policy("test-i", "placement:test.i", 2, "session");
        String subject = somebody();
        String token = shop.tokens().visitor(subject);
        ConsentSeq granted = shop.consents().grant(shop.keyOfVisitor(subject), Purpose.MARKETING);
        reserve(
                        shop.asVisitor(token).header(ConsentSeq.HEADER, granted.header()),
                        ask("test.i", "basket-i", "tent-1"))
                .body("reservation.campaign", equalTo("basket-i"));

        ConsentSeq withdrawn =
                shop.consents().withdraw(shop.keyOfVisitor(subject), Purpose.MARKETING);

        RequestSpecification visitor =
                shop.asVisitor(token).header(ConsentSeq.HEADER, withdrawn.header());
        reserve(visitor, ask("test.i", "basket-i", "tent-1"))
                .body("reservation.campaign", equalTo("spring-i"));
        reserve(visitor, ask("test.i", "basket-i", "tent-1"))
                .body("decision", equalTo("DENY"))
                .body("reason.count", equalTo(2));
    }

    @Test
    void impressionsOfASessionWithoutMarketingCountWhenMarketingIsAllowedLater() {
        shop.contextualCampaign("spring-j", "test.j");
        shop.policy("test-j", "campaign:spring-j", 1, "session");
        String subject = somebody();
        String token = shop.tokens().visitor(subject);
        reserve(shop.asVisitor(token), ask("test.j")).body("decision", equalTo("GRANT"));

        ConsentSeq granted = shop.consents().grant(shop.keyOfVisitor(subject), Purpose.MARKETING);

        reserve(shop.asVisitor(token).header(ConsentSeq.HEADER, granted.header()), ask("test.j"))
                .body("decision", equalTo("DENY"))
                .body("reason.rule", equalTo("test-j/1"));
    }

    @Test
    void privacySignalIsARefusalInThatRequest() {
        shop.personalCampaign("basket-k", "test.k");
        String ann = somebody();
        RequestSpecification request = shop.customer(ann, true);

        reserve(request.header("Sec-GPC", "1"), ask("test.k", "basket-k", "tent-1"))
                .body("decision", equalTo("DENY"));
    }

    @Test
    void answerIsPrivate() {
        shop.asVisitor(shop.tokens().visitor(somebody()))
                .body(ask("test.l"))
                .post("/v1/reservations")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() {
        RequestSpecification ann = shop.asCustomer(somebody());
        for (String body :
                new String[] {
                    "{}",
                    "{\"placement\":\"Not A Placement\"}",
                    "{\"placement\":\"test.m\",\"candidates\":[{\"item\":\"tent-1\"}]}",
                    "{\"placement\":\"test.m\",\"candidates\":[null]}",
                    "{\"placement\":\"test.m\",\"candidates\":[{\"campaign\":\"x\",\"item\":\"\"}]}",
                    "null",
                    ""
                }) {
            ann.body(body)
                    .post("/v1/reservations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://tact.dev/problems/request-invalid"));
        }
        for (String body : new String[] {"{", "[]", "{\"placement\":{}}", "{\"candidates\":1}"}) {
            ann.body(body)
                    .post("/v1/reservations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private double refusals(String reason) {
        return metrics.counter("frequency.decisions", "decision", "DENY", "reason", reason).count();
    }

    private static ValidatableResponse reserve(RequestSpecification who, String body) {
        return who.body(body).post("/v1/reservations").then().statusCode(200);
    }
}
