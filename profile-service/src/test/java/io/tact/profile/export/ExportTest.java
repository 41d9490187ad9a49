package io.tact.profile.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ExportTest {
    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
    }

    private String[] keys() {
        return new String[] {ann.key().value(), phone.key().value()};
    }

    private RandomLife life(long seed) {
        return new RandomLife(shop, new Random(seed), ann, phone);
    }

    @Test
    void portabilityIsWhatWasProvidedOrObserved() {
        life(11).live();
        shop.query(
                """
                insert into trait (identity_key, name, class, value, personal, purposes, source, message_id, at)
                values (?, 'guessed', 'inferred', '1', false, '{experience}', 'computed', 'm', clock_timestamp())""",
                ann.key().value());

        Map<String, Object> export = Exports.portability(shop.as(ann));

        assertThat(Exports.section(export, "values"))
                .hasSize(count("trait") - 1)
                .noneMatch(value -> "guessed".equals(value.get("name")));
        assertThat(Exports.section(export, "events")).hasSize(count("event"));
        assertThat(Exports.section(export, "answersAboutSomebodyElse"))
                .hasSize(count("answer_about_other"));
        assertThat(export.toString())
                .doesNotContain(ann.key().value(), phone.key().value(), "tact-demo");
    }

    private int count(String table) {
        return Integer.parseInt(
                shop.query(
                                "select count(*) from " + table + " where identity_key = any(?)",
                                (Object) keys())
                        .get(0));
    }

    @Test
    void visitorsTokenAloneExportsNothingOfTheAccount() {
        life(13).live();

        Map<String, Object> export = Exports.access(shop.as(phone));

        assertThat(Exports.section(export, "identities"))
                .extracting(one -> one.get("identityKey"))
                .containsExactly(phone.key().value());
        assertThat(Exports.section(export, "links"))
                .anySatisfy(
                        link ->
                                assertThat(link)
                                        .containsEntry("joined", true)
                                        .containsValue("user_id"));
        assertThat(Exports.section(export, "events"))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .containsEntry("otherIdentities", BigInteger.ONE)
                                        .containsEntry("identities", List.of(phone.key().value())));
        assertThat(export.toString()).doesNotContain(ann.key().value(), ann.userId());
        assertThat(Exports.portability(shop.as(phone)).toString()).doesNotContain(ann.userId());
    }

    @Test
    void othersExportNothingOfIt() {
        Customer ben = shop.customer();
        Visitor laptop = shop.visitor();
        life(17).live();

        for (RequestSpecification other :
                List.of(shop.as(ben), shop.as(laptop), shop.as(ben, laptop))) {
            Map<String, Object> export = Exports.access(other);
            for (Section section : AccessSections.ALL) {
                assertThat(Exports.section(export, section.name())).as(section.name()).isEmpty();
            }
            assertThat(Exports.section(export, "inferred")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "ACCESS"})
    void kindIsOneOfTwo(String kind) {
        shop.as(ann)
                .get("/v1/me/export?kind=" + kind)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/query-malformed"));
    }

    @Test
    void accessIsWhatIsMeantWhereNothingIsSaid() {
        shop.as(ann).get("/v1/me/export").then().statusCode(200).body("kind", equalTo("access"));
    }
}
