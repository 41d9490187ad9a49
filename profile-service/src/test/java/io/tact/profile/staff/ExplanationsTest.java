package io.tact.profile.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ExplanationsTest {
    private static final Purpose RELIGION = Purpose.sensitive("religion");

    private final String canary = "canary-" + UUID.randomUUID();
    private final String ticket = "ticket " + UUID.randomUUID();

    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        allow(ann.key(), phone.key());
    }

    @Test
    void staffAreToldWhatTheCustomerSeesAndNeverWhatAValueIs() {
        live();

        ValidatableResponse told = look().statusCode(200);

        JsonPath staff = told.extract().jsonPath();
        JsonPath customer = shop.as(ann).get("/v1/me/data").jsonPath();
        assertThat(staff.getList("identities"))
                .isEqualTo(customer.getList("identities"))
                .hasSize(2);
        assertThat(staff.getList("links")).isEqualTo(customer.getList("links")).hasSize(1);
        assertThat(explained(staff)).containsExactlyInAnyOrderElementsOf(ordinary(customer));
        told.header("Cache-Control", "private, no-store")
                .body("links[0].because", equalTo("counts"))
                .body("links[0].sides.key", hasItem(phone.key().value()))
                .body("links[0].evidence.rule", hasItem("both-credentials"))
                .body("values.find { it.name == 'colour' }.because", equalTo("stronger"))
                .body("values.find { it.name == 'colour' }.counts.class", equalTo("told"))
                .body("values.find { it.name == 'colour' }.beaten.class", contains("observed"));
        assertThat(told.extract().asString()).doesNotContain(canary, "\"value\"");
    }

    @Test
    void ofProtectedCategoriesThereIsNoSign() {
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK, RELIGION);
        tell(shop.as(ann), "{\"religion\":\"" + canary + "\",\"colour\":\"red\"}");
        shop.as(ann).get("/v1/me/data").then().body("values.name", hasItem("religion"));

        ValidatableResponse told = look().statusCode(200).body("values.name", contains("colour"));

        assertThat(told.extract().asString()).doesNotContain("religion", "sensitive", canary);
    }

    @Test
    void customerSeesWhenAndWhyStaffLookedButNotWhoOfThem() {
        look();

        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("lookups.reason", contains(ticket))
                .body("lookups[0].identity", equalTo(ann.key().value()));
        shop.as(ann)
                .get("/v1/me/export?kind=access")
                .then()
                .body("lookups.reason", contains(ticket));
        log().body(mine() + ".whom", contains(ann.key().value()))
                .body(mine() + ".staff", contains(key("user_id", "staff-privacy-officer")));
        assertThat(shop.as(ann).get("/v1/me/data").asString())
                .doesNotContain(key("user_id", "staff-privacy-officer"));
        shop.as(shop.customer()).get("/v1/me/data").then().body("lookups", empty());
    }

    @Test
    void lookThroughABrowserIsOnTheRecordOfItsAccount() {
        link(ann, phone);

        StaffLooks.post(officer(), StaffLooks.body("anonymous_id", phone.anonymousId(), ticket))
                .statusCode(200)
                .body("identities", hasSize(2));

        assertThat(recorded()).containsExactlyInAnyOrder(ann.key().value(), phone.key().value());
        shop.as(phone).get("/v1/me/data").then().body("lookups.reason", contains(ticket));
    }

    @Test
    void whoHoldsTheBrowserDoesNotSeeThatTheAccountWasLookedUp() {
        link(ann, phone);

        look().body("identities", hasSize(2));

        shop.as(phone).get("/v1/me/data").then().body("lookups", empty());
    }

    @Test
    void addressIsFoundHoweverItIsWritten() {
        String address = canary + "@shop.example";
        Shop.send(
                Shop.SERVER,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}}"
                        .formatted(ann.userId(), address));
        Eventually.holds(
                "the address is known",
                () -> !shop.person(keyOf("email", address)).equals("nobody"));

        StaffLooks.post(
                        officer(),
                        StaffLooks.body("email", " " + address.toUpperCase(Locale.ROOT), ticket))
                .statusCode(200)
                .body("identities.type", hasItem("email"));
    }

    @Test
    void nobodyIsNobodyWhetherErasedOrNeverSeenAndTheLookIsOnRecord() {
        Customer erased = shop.customer();
        tell(shop.as(ann), "{\"colour\":\"red\"}");
        allow(erased.key());
        tell(shop.as(erased), "{\"colour\":\"red\"}");
        erase(erased);

        String afterErasure = unknown("user_id", erased.userId());

        assertThat(afterErasure)
                .isEqualTo(unknown("user_id", "never-" + UUID.randomUUID()))
                .isEqualTo(unknown("anonymous_id", "null"))
                .isEqualTo(unknown("email", ann.userId()));
        assertThat(recorded()).hasSize(4).contains(erased.key().value());
    }

    private String unknown(String type, String value) {
        return StaffLooks.post(officer(), StaffLooks.body(type, value, ticket))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/identity-unknown"))
                .extract()
                .asString();
    }

    @Test
    void whoIsErasedIsOnNoRecord() {
        Customer ben = shop.customer();
        allow(ben.key());
        tell(shop.as(ann), "{\"colour\":\"red\"}");
        tell(shop.as(ben), "{\"colour\":\"red\"}");
        look().statusCode(200);
        StaffLooks.lookUp(shop, ben, ticket).statusCode(200);
        shop.as(ann)
                .contentType("application/json")
                .body("{\"dryRun\":true}")
                .post("/v1/me/erasure")
                .then()
                .body("deleted.find { it.store == 'staff_lookup' }.rows", equalTo(1));

        erase(ann);

        assertThat(recorded()).containsExactly(ben.key().value());
        log().body(mine() + ".whom", contains(ben.key().value()));
        shop.as(ann).get("/v1/me/data").then().body("lookups", empty());
    }

    @Test
    void recordIsNotChanged() {
        look();

        assertThatThrownBy(
                        () ->
                                shop.query(
                                        "update staff_lookup set reason = 'another' where reason = ?",
                                        ticket))
                .hasMessageContaining("not changed");
        assertThat(recorded()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "no json",
                "{\"reason\":\"TICKET\"}",
                "{\"identity\":\"user_id:ann\",\"reason\":\"TICKET\"}",
                "{\"identity\":{\"type\":\"user_id\"},\"reason\":\"TICKET\"}",
                "{\"identity\":{\"value\":\"ann\"},\"reason\":\"TICKET\"}",
                "{\"identity\":{\"type\":\"phone\",\"value\":\"ann\"},\"reason\":\"TICKET\"}",
                "{\"identity\":{\"type\":\"user_id\",\"value\":\" \"},\"reason\":\"TICKET\"}",
                "{\"identity\":{\"type\":\"user_id\",\"value\":\"ann\"}}",
                "{\"identity\":{\"type\":\"user_id\",\"value\":\"ann\"},\"reason\":\" \"}",
                "{\"identity\":{\"type\":\"user_id\",\"value\":\"ann\"},\"reason\":\"TICKET\\u0000\"}",
                "{\"identity\":{\"type\":\"user_id\",\"value\":\"ann\"},\"reason\":\"TICKET\",\"purpose\":\"x\"}"
            })
    void whoDoesNotSayWhomAndWhyIsToldNothing(String body) {
        StaffLooks.post(officer(), body.replace("TICKET", ticket))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/body-malformed"));

        assertThat(recorded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200, 201})
    void reasonHasOneToTwoHundredCharacters(int length) {
        String body = StaffLooks.body("user_id", ann.userId(), "r".repeat(length));

        int status = StaffLooks.post(officer(), body).extract().statusCode();

        assertThat(status).isEqualTo(length == 0 || length > 200 ? 400 : 404);
    }

    @Test
    void othersAreToldNothingAndNothingIsRecorded() {
        String body = StaffLooks.body("user_id", ann.userId(), ticket);

        StaffLooks.post(given(), body).statusCode(401);
        StaffLooks.post(shop.as(phone), body).statusCode(401);
        StaffLooks.post(shop.as(ann), body).statusCode(403);
        StaffLooks.post(
                        given().auth()
                                .oauth2(shop.stack().tokens().staff("analyst", "merchandiser")),
                        body)
                .statusCode(403);

        assertThat(recorded()).isEmpty();
    }

    @Test
    void eachLinkSaysWhyItCountsOrNot() {
        Customer ben = shop.customer();
        Visitor shared = shop.visitor();
        Visitor laptop = shop.visitor();
        Visitor claimed = shop.visitor();
        Visitor cut = shop.visitor();
        allow(ben.key(), shared.key(), laptop.key(), claimed.key(), cut.key());
        link(ann, phone);
        link(ann, shared);
        link(ben, shared);
        link(ann, cut);
        shop.withdraw(replica, cut.key(), Purpose.IDENTITY_LINK);
        link(ann, laptop);
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"page\",\"anonymousId\":\"%s\",\"userId\":\"%s\"}"
                        .formatted(claimed.anonymousId(), ann.userId()));

        because(phone, "other-device");
        because(shared, "shared", "shared").body("identities.shared", contains(true));
        because(cut, "not-permitted");
        because(claimed, "claimed");
        look().body("identities.key", containsInAnyOrder(ann.key().value(), laptop.key().value()))
                .body("links.because", hasItem("counts"));
    }

    private ValidatableResponse because(Visitor visitor, String... reasons) {
        return Eventually.get(
                        "the reasons of its links",
                        () ->
                                StaffLooks.post(
                                        officer(),
                                        StaffLooks.body(
                                                "anonymous_id", visitor.anonymousId(), ticket)),
                        told ->
                                told.extract()
                                        .jsonPath()
                                        .getList("links.because")
                                        .equals(List.of(reasons)))
                .statusCode(200);
    }

    private void live() {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"colour\":\"%s\",\"size\":36}}"
                        .formatted(phone.anonymousId(), canary));
        Shop.send(
                Shop.HISTORY,
                "{\"type\":\"identify\",\"userId\":\"%s\",\"traits\":{\"size\":42},\"context\":{\"consent\":{\"categoryPreferences\":{\"experience\":true}}}}"
                        .formatted(ann.userId()));
        tell(shop.as(ann), "{\"colour\":\"red " + canary + "\"}");
        link(ann, phone);
    }

    private static List<Map<String, Object>> explained(JsonPath staff) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> named : staff.<Map<String, Object>>getList("values")) {
            Map<String, Object> counts = copy(named.get("counts"));
            counts.put("because", named.get("because"));
            List<Map<String, Object>> values = new ArrayList<>(List.of(counts));
            ((List<?>) Objects.requireNonNull(named.get("beaten")))
                    .forEach(value -> values.add(copy(value)));
            values.forEach(value -> value.put("name", named.get("name")));
            all.addAll(values);
        }
        return all;
    }

    /** As the customer sees them, without what they are and until when they are used. */
    private static List<Map<String, Object>> ordinary(JsonPath customer) {
        List<Map<String, Object>> all = new ArrayList<>();
        customer.<Map<String, Object>>getList("values").forEach(value -> all.add(copy(value)));
        all.forEach(value -> value.keySet().removeAll(List.of("value", "usedUntil")));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(@Nullable Object object) {
        return new HashMap<>((Map<String, Object>) Objects.requireNonNull(object));
    }

    private void allow(IdentityKey... keys) {
        for (IdentityKey key : keys) {
            shop.grant(replica, key, Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        }
    }

    private void link(Customer customer, Visitor visitor) {
        shop.as(customer, visitor).post("/v1/me/links").then().statusCode(200);
    }

    private static void tell(RequestSpecification who, String traits) {
        who.contentType("application/json")
                .body(traits)
                .post("/v1/me/traits")
                .then()
                .body("kept", equalTo(true));
    }

    /** To its end: until then what was under way meanwhile is still looked for, and deleted. */
    private void erase(Customer customer) {
        shop.as(customer)
                .contentType("application/json")
                .body("{\"dryRun\":false}")
                .post("/v1/me/erasure")
                .then()
                .statusCode(202);
        Eventually.holds(
                "erased",
                () ->
                        !shop.query(
                                        "select 1 from erased_identity where identity_key = ? and erased_at < 'infinity'",
                                        customer.key().value())
                                .isEmpty());
    }

    private ValidatableResponse look() {
        return StaffLooks.lookUp(shop, ann, ticket);
    }

    private RequestSpecification officer() {
        return StaffLooks.officer(shop);
    }

    private ValidatableResponse log() {
        return officer()
                .get("/v1/explanations")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store");
    }

    private String mine() {
        return "lookups.findAll { it.reason == '" + ticket + "' }";
    }

    /** Of whom it is on record that they were looked up for this ticket. */
    private List<String> recorded() {
        return shop.query("select identity_key from staff_lookup where reason = ?", ticket);
    }

    private String key(String type, String value) {
        return keyOf(type, value).value();
    }

    private IdentityKey keyOf(String type, String value) {
        return shop.keys().of(new Identity(type, value));
    }
}
