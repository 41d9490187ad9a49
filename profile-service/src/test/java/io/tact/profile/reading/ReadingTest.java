package io.tact.profile.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.reading.ReadLog.Read;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ReadingTest {
    Shop shop;
    @Inject ConsentReplica replica;
    @Inject ReadLog log;
    @Inject LookupLog lookups;

    @ParameterizedTest
    @ValueSource(strings = {"newsletter", "nobody", "visitor "})
    void aClientReadsOnlyForWhatItIsRegistered(String client) {
        Customer ann = shop.customer();

        read(by(client, ann), "experience")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/purpose-not-registered"));

        shop.as(ann).get("/v1/me/data").then().body("reads", empty());
    }

    @Test
    void aTokenThatNamesNoClientReadsNothing() {
        Customer ann = shop.customer();

        read(by("", ann), "marketing").statusCode(403);
    }

    @Test
    void aClientReadsForWhatItIsRegistered() {
        read(by("newsletter", shop.customer()), "marketing").statusCode(200);
        read(shop.as(shop.visitor()), "marketing").statusCode(200);
        read(shop.as(shop.visitor()), "sensitive:health").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "necessary", "identity_link", "everything", "sensitive:", "x:y"})
    void withoutAPurposeNothingIsRead(String purpose) {
        read(shop.as(shop.customer()), purpose)
                .statusCode(400)
                .body("type", equalTo("https://tact.dev/problems/purpose-required"));
    }

    @Test
    void theCustomerSeesWhoReadWhatForWhat() {
        Customer ann = shop.customer();
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE);
        shop.as(ann)
                .contentType("application/json")
                .body("{\"favourite_kind\":\"tent\"}")
                .post("/v1/me/traits");

        read(shop.as(ann), "experience").statusCode(200);
        read(shop.as(ann, shop.visitor()), "experience").statusCode(200);
        read(by("newsletter", ann), "marketing").statusCode(200);

        shop.as(ann)
                .get("/v1/me/data")
                .then()
                .body("reads.client", contains("newsletter", "tact-demo"))
                .body("reads.purpose", contains("marketing", "experience"))
                .body("reads[0].shown", empty())
                .body("reads[0].withheld", equalTo(true))
                .body("reads[1].shown", contains("favourite_kind"))
                .body("reads[1].reads", equalTo(2));
        shop.as(shop.customer()).get("/v1/me/data").then().body("reads", empty());
    }

    @Test
    void readsOfOneMomentAreAllCounted() {
        Customer ann = shop.customer();
        Customer bob = shop.customer();
        var reads =
                Stream.of(ann, bob, ann, bob, ann, ann)
                        .map(
                                one ->
                                        log.add(
                                                one.key(),
                                                new Read("a", Purpose.MARKETING, Set.of(), false)))
                        .toList();

        Uni.join().all(reads).andFailFast().await().indefinitely();

        shop.as(ann).get("/v1/me/data").then().body("reads.reads", contains(4));
        shop.as(bob).get("/v1/me/data").then().body("reads.reads", contains(2));
    }

    @Test
    void aReadIsRememberedForAYear() {
        Customer ann = shop.customer();
        for (int days : new int[] {364, 366}) {
            shop.query(
                    """
                    insert into profile_read (identity_key, hour, client, purpose, first_at, last_at, reads, shown, withheld)
                    values (?, now() - make_interval(days => ?), 'a', 'marketing', now(), now(), 1, '{}', false)""",
                    ann.key().value(),
                    days);
        }

        log.forgetOlderThan(java.time.Duration.ofDays(365)).await().indefinitely();

        shop.as(ann).get("/v1/me/data").then().body("reads", hasSize(1));
    }

    @Test
    void aLookByStaffIsRememberedForAYear() {
        Customer ann = shop.customer();
        for (int days : new int[] {364, 366}) {
            shop.query(
                    "insert into staff_lookup (identity_key, at, staff, reason) values (?, now() - make_interval(days => ?), ?, 'b')",
                    ann.key().value(),
                    days,
                    ann.key().value());
        }

        lookups.forgetOlderThan(java.time.Duration.ofDays(365)).await().indefinitely();

        assertThat(
                        shop.query(
                                "select at from staff_lookup where identity_key = ?",
                                ann.key().value()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\":\"marketing\"}", "{\"a\":[\"Marketing!\"]}", "{"})
    void whatCannotBeReadStopsTheStartByTheNameOfItsSetting(String json) {
        assertThatThrownBy(() -> new Clients(json)).hasMessageContaining("TACT_READING_CLIENTS");
    }

    private RequestSpecification by(String client, Customer ann) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(shop.stack().tokens().customer(ann.userId(), Map.of("azp", client)));
    }

    private static ValidatableResponse read(RequestSpecification who, String purpose) {
        return who.queryParam("purpose", purpose).get("/v1/me/profile").then();
    }
}
