package io.tact.frequency.conversion;

import static io.tact.frequency.Surroundings.ask;
import static io.tact.frequency.Surroundings.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.testkit.Contract;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class BoughtMeansStopTest {
    Surroundings shop;

    @Test
    void orderEndsTheProductForThePersonAndRevokesWhatIsInFlight() {
        shop.personalCampaign("bought-a", "bought.a");
        shop.policy("bought-a", "campaign:bought-a", 2, "P1D");
        String ann = somebody();
        RequestSpecification request = shop.customer(ann, true);
        String inFlight = reserve(request, ask("bought.a", "bought-a", "tent-1"));
        String other = reserve(request, ask("bought.a", "bought-a", "lamp-3"));

        order(List.of(shop.keyOf(ann).value()), "tent-1");
        untilPublished(ann, "tent-1");

        request.body(ask("bought.a", "bought-a", "tent-1"))
                .post("/v1/reservations")
                .then()
                .body("reason.rule", equalTo("bought"));
        request.post("/v1/reservations/" + inFlight + "/confirm").then().statusCode(410);
        request.post("/v1/reservations/" + other + "/confirm").then().statusCode(200);
        reserve(request, ask("bought.a", "bought-a", "sleeping-bag-2"));
    }

    @Test
    void orderStopsForEveryIdentityItNames() {
        shop.personalCampaign("bought-b", "bought.b");
        String ann = somebody();
        String sister = somebody();

        order(List.of(shop.keyOf(ann).value(), shop.keyOf(sister).value()), "tent-1");

        untilDenied(shop.customer(ann, true), ask("bought.b", "bought-b", "tent-1"));
        untilDenied(shop.customer(sister, true), ask("bought.b", "bought-b", "tent-1"));
    }

    @Test
    void orderOfTheVisitorRevokesWhatTheCustomerInTheSameRequestReserved() {
        shop.personalCampaign("bought-e", "bought.e");
        String ann = somebody();
        String subject = somebody();
        ConsentSeq customer = shop.consents().grant(shop.keyOf(ann), Purpose.MARKETING);
        ConsentSeq visitor = shop.consents().grant(shop.keyOfVisitor(subject), Purpose.MARKETING);
        RequestSpecification both =
                shop.asCustomer(ann)
                        .header("Tact-Visitor", shop.tokens().visitor(subject))
                        .header(ConsentSeq.HEADER, customer.header())
                        .header(ConsentSeq.HEADER, visitor.header());
        String inFlight = reserve(both, ask("bought.e", "bought-e", "tent-1"));

        order(List.of(shop.keyOfVisitor(subject).value()), "tent-1");
        untilDenied(both, ask("bought.e", "bought-e", "tent-1"));

        both.post("/v1/reservations/" + inFlight + "/confirm").then().statusCode(410);
    }

    @Test
    void stopIsPublishedForEver() {
        String ann = somebody();
        order(List.of(shop.keyOf(ann).value()), "tent-1", "lamp / 3");

        String key = shop.keyOf(ann).value() + "/product:lamp / 3";
        var records =
                shop.topics().readUntil("frequency.capped.v1", record -> record.key().equals(key));

        var contract = new Contract("frequency.capped.v1");
        assertThat(records)
                .filteredOn(record -> record.key().equals(key))
                .allSatisfy(
                        record -> {
                            contract.holdsFor(record.value(), record.key());
                            assertThat(record.value())
                                    .contains("\"bought\"")
                                    .contains("\"until\" : null");
                        });
    }

    @Test
    void orderStopsWithoutMarketingAsWell() {
        shop.campaign(
                "bought-c",
                """
                {"kind":"contextual","priority":10,"placements":["bought.c"],"creative":{"type":"item"}}""");
        String subject = somebody();
        RequestSpecification visitor = shop.asVisitor(shop.tokens().visitor(subject));
        String inFlight = reserve(visitor, ask("bought.c", "bought-c", "tent-1"));

        order(List.of(shop.keyOfVisitor(subject).value()), "tent-1");
        untilDenied(visitor, ask("bought.c", "bought-c", "tent-1"));

        visitor.post("/v1/reservations/" + inFlight + "/confirm").then().statusCode(410);
    }

    @Test
    void otherEventsAndUnreadableRecordsStopNothingAndHoldUpNothing() {
        shop.personalCampaign("bought-d", "bought.d");
        String ann = somebody();
        String key = shop.keyOf(ann).value();
        shop.topics()
                .send(
                        "profile.event.v1",
                        key + "/1",
                        "{\"type\":\"track\",\"name\":\"Product Viewed\",\"identityKey\":\""
                                + key
                                + "\",\"products\":[{\"productId\":\"tent-1\"}]}");
        shop.topics().send("profile.event.v1", key + "/2", "not json");
        shop.topics().send("profile.event.v1", key + "/3", null);
        shop.topics().send("profile.event.v1", key + "/4", "null");
        shop.topics()
                .send(
                        "profile.event.v1",
                        key + "/5",
                        """
                        {"type":"track","name":"Order Completed","identities":[null],"products":[null,{"productId":null},{"productId":"x"}]}""");
        shop.topics()
                .send(
                        "profile.event.v1",
                        key + "/6",
                        """
                        {"type":"track","name":"Order Completed","person":"never stored: \\u0000","products":[{"productId":"x"}]}""");
        reserve(shop.customer(ann, true), ask("bought.d", "bought-d", "tent-1"));

        order(List.of(key), "tent-1");

        untilDenied(shop.customer(ann, true), ask("bought.d", "bought-d", "tent-1"));
    }

    private void order(List<String> identities, String... items) {
        String products =
                List.of(items).stream()
                        .map(item -> "{\"productId\":\"" + item + "\",\"quantity\":1}")
                        .collect(Collectors.joining(","));
        String quoted =
                identities.stream().map(key -> '"' + key + '"').collect(Collectors.joining(","));
        shop.topics()
                .send(
                        "profile.event.v1",
                        identities.get(0) + "/" + UUID.randomUUID(),
                        """
                        {"eventId":"x","type":"track","name":"Order Completed","identityKey":"%s","identities":[%s],"products":[%s],
                         "at":"%s","receivedAt":"%s","source":"test","sourceKind":"server","ground":"contract","purposes":[]}"""
                                .formatted(
                                        identities.get(0),
                                        quoted,
                                        products,
                                        Instant.now(),
                                        Instant.now()));
    }

    /** Asks for what is sold out for this person; the slot that it gets until then expires. */
    /** Asks for no slot meanwhile, so that what is counted afterwards is known. */
    private void untilPublished(String customer, String item) {
        String key = shop.keyOf(customer).value() + "/product:" + item;
        shop.topics().readUntil("frequency.capped.v1", record -> record.key().equals(key));
    }

    private static void untilDenied(RequestSpecification who, String body) {
        Eventually.get(
                "the stop",
                () -> who.body(body).post("/v1/reservations").then().extract().path("reason.rule"),
                "bought"::equals);
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
}
