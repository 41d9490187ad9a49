package io.tact.profile.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import io.tact.localstack.test.Eventually;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.question.Questions;
import io.tact.profile.staff.StaffLooks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Much that happens to somebody, the same for the same seed. */
record RandomLife(Shop shop, Random random, Customer customer, Visitor visitor) {
    private static final List<String> VALUES =
            List.of(
                    "\"tent\"",
                    "\"Zelt – «ü» 🏕\"",
                    "1.10",
                    "123456789012345678",
                    "true",
                    "\"\\\\\\\"\"");

    /** Something of everything there is, most of it as it comes to be. */
    void live() {
        limit("{\"objected\":true}");
        limit("{\"objected\":false}");
        tell(shop.as(customer), "{\"age\":36,\"favourite_kind\":\"tent\"}");
        tell(shop.as(visitor), "{\"age\":36,\"favourite_kind\":\"coat\"}");
        String views = define();
        shop.as(customer, visitor).post("/v1/me/links").then().body("linked", equalTo(true));
        happen(600);
        answer(shop.as(customer), "{\"value\":\"red\"}");
        answer(shop.as(visitor), "{\"value\":\"blue\",\"about\":\"somebody-else\"}");
        answer(shop.as(customer), "{\"skip\":true}");
        shop.as(customer).get("/v1/me/profile?purpose=experience").then().statusCode(200);
        StaffLooks.lookUp(shop, customer, "ticket " + random.nextInt()).statusCode(200);
        Eventually.holds(
                "something follows",
                () ->
                        Exports.section(Exports.access(shop.as(customer)), "inferred").stream()
                                .anyMatch(value -> views.equals(value.get("definition"))));
    }

    private void limit(String change) {
        shop.as(customer, visitor)
                .contentType("application/json")
                .body(change)
                .put("/v1/me/limits")
                .then()
                .statusCode(200);
    }

    private String define() {
        String name = "t_" + Long.toHexString(new Random().nextLong());
        given().auth()
                .oauth2(shop.stack().tokens().staff("analyst"))
                .contentType("application/json")
                .body(
                        "{\"kind\":\"trait\",\"purpose\":\"experience\",\"value\":\"views\",\"over\":{\"views\":{\"match\":\"event.name == 'Product 1'\",\"take\":\"count\",\"days\":3650}}}")
                .put("/v1/definitions/" + name)
                .then()
                .statusCode(202);
        return name;
    }

    private void answer(RequestSpecification who, String said) {
        who.contentType("application/json")
                .body(said)
                .put(
                        "/v1/me/questions/"
                                + Questions.ask(shop, "experience", Questions.COLOURS)
                                + "/answer")
                .then()
                .body("kept", equalTo(true));
    }

    private static void tell(RequestSpecification who, String traits) {
        who.contentType("application/json")
                .body(traits)
                .post("/v1/me/traits")
                .then()
                .body("kept", equalTo(true));
    }

    /** In batches of at most a hundred. */
    private void happen(int events) {
        for (int left = events; left > 0; left -= 100) {
            var ofBrowser = new ArrayList<String>();
            var ofServer = new ArrayList<String>();
            for (int i = 0; i < Math.min(left, 100); i++) {
                if (random.nextInt(3) > 0) {
                    String claim =
                            random.nextBoolean() ? ",\"userId\":\"" + customer.userId() + "\"" : "";
                    ofBrowser.add(
                            event("\"anonymousId\":\"" + visitor.anonymousId() + "\"" + claim));
                } else {
                    ofServer.add(event("\"userId\":\"" + customer.userId() + "\""));
                }
            }
            Shop.send(Shop.BROWSER, ofBrowser.toArray(String[]::new));
            Shop.send(Shop.HISTORY, ofServer.toArray(String[]::new));
        }
    }

    private String event(String who) {
        String consent =
                "\"context\":{\"locale\":\"de\",\"consent\":{\"categoryPreferences\":{\"experience\":true}}}";
        String times = "\"timestamp\":\"%s\",\"sentAt\":\"%s\"".formatted(time(), time());
        return random.nextInt(4) == 0
                ? "{\"type\":\"identify\",%s,%s,%s,\"traits\":{\"trait_%d\":%s}}"
                        .formatted(who, times, consent, random.nextInt(40), value())
                : "{\"type\":\"track\",\"event\":\"Product %d\",%s,%s,%s,\"properties\":{\"product_id\":\"tent-%d\",\"a\":%s,\"b\":[%s]}}"
                        .formatted(
                                random.nextInt(5),
                                who,
                                times,
                                consent,
                                random.nextInt(9),
                                value(),
                                value());
    }

    private Instant time() {
        return Instant.now().plus(random.nextInt(60_000), ChronoUnit.MILLIS);
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
