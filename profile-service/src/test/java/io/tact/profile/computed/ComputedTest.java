package io.tact.profile.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import io.tact.profile.trait.KnownTrait;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ComputedTest {
    private static final String TENTS =
            "event.name == 'Product Viewed' && event.properties.kind == 'tent'";

    Shop shop;
    @Inject ConsentReplica replica;
    @Inject KeepComputed keeper;
    @Inject LiveDefinitions live;
    @Inject KnownItems items;
    @Inject ReadComputed computed;
    @Inject Pool pool;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        tell(shop.as(ann), "{\"age\":36}");
        tell(shop.as(phone), "{\"age\":36}");
    }

    @Test
    void followsEachEvent() {
        String fan = audience("views >= 2", TENTS);

        viewed(phone, "tent");
        read(phone).body("traits." + fan + ".value", equalTo(false));
        viewed(phone, "tent");

        read(phone)
                .body("traits." + fan + ".value", equalTo(true))
                .body("traits." + fan + ".class", equalTo("inferred"))
                .body("profiling.on", equalTo(true));
        shop.as(phone)
                .get("/v1/me/data")
                .then()
                .body("values.find { it.name == '" + fan + "' }.value", equalTo(true))
                .body("values.find { it.name == '" + fan + "' }.class", equalTo("inferred"))
                .body("values.find { it.name == '" + fan + "' }.source", equalTo("computed"));
    }

    @Test
    void knowsTheHistoryAndEachEventOfItOnce() {
        String id = viewed(phone, "tent");
        sent(phone, id, "tent");
        viewed(phone, "coat");

        String views = trait("views", TENTS);

        read(phone).body("traits." + views + ".value", equalTo(1));
    }

    @Test
    void aNewVersionIsComputedFromTheBeginning() {
        String views = trait("views", TENTS);
        viewed(phone, "tent");
        viewed(phone, "coat");
        read(phone).body("traits." + views + ".value", equalTo(1));

        define(views, body("trait", "views", TENTS.replace("tent", "coat")));

        read(phone).body("traits." + views + ".value", equalTo(1));
        viewed(phone, "coat");
        read(phone).body("traits." + views + ".value", equalTo(2));
        assertThat(
                        shop.query(
                                """
                                select count(*) from computed_part p join definition d on d.id = p.definition
                                where d.name = ? and d.retired_at is not null""",
                                views))
                .containsExactly("0");
    }

    @Test
    void addsUpWhileTheyAreOnePersonAndComesApartAgain() {
        String views = trait("views", TENTS);
        viewed(phone, "tent");
        Shop.send(
                Shop.HISTORY,
                """
                {"type":"track","event":"Product Viewed","userId":"%s","properties":{"kind":"tent"},
                 "context":{"consent":{"categoryPreferences":{"experience":true}}}}"""
                        .formatted(ann.userId()));
        String apart = read(phone).extract().asString().replaceAll("\"at\":\"[^\"]*\"", "");
        read(shop.as(ann)).body("traits." + views + ".value", equalTo(1));

        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        read(phone).body("traits." + views + ".value", equalTo(2));
        read(shop.as(ann)).body("traits." + views + ".value", equalTo(2));

        shop.withdraw(replica, phone.key(), Purpose.IDENTITY_LINK);
        assertThat(read(phone).extract().asString().replaceAll("\"at\":\"[^\"]*\"", ""))
                .isEqualTo(apart);
        read(shop.as(ann)).body("traits." + views + ".value", equalTo(1));
    }

    @Test
    void eventsOfSomebodyWhoTookTheirConsentBackAreNoEvidence() {
        String views = trait("views", TENTS);
        viewed(phone, "tent");
        shop.as(ann, phone).post("/v1/me/links").then().body("linked", equalTo(true));
        read(shop.as(ann)).body("traits." + views + ".value", equalTo(1));

        shop.withdraw(replica, phone.key(), Purpose.EXPERIENCE);

        read(shop.as(ann)).body("traits." + views + ".value", equalTo(0));
        read(phone).body("traits." + views, nullValue());
    }

    @Test
    void eventsThatWereKeptForAnotherPurposeAreNoEvidence() {
        String views = trait("views", TENTS);
        Visitor measured = shop.visitor();
        shop.grant(replica, measured.key(), Purpose.MEASUREMENT);
        viewed(measured, "tent");
        shop.grant(replica, measured.key(), Purpose.MEASUREMENT, Purpose.EXPERIENCE);
        tell(shop.as(measured), "{\"age\":36}");

        read(measured).body("traits." + views + ".value", equalTo(0));
        shop.as(measured)
                .get("/v1/me/profile?purpose=measurement")
                .then()
                .body("traits." + views, nullValue());
    }

    @Test
    void looksBackAsFarAsItSays() {
        String lately = define(name(), body("trait", "views", "event.name == 'Product Viewed'", 7));
        for (int days : new int[] {0, 6, 7, 400}) {
            shop.query(
                    """
                    insert into event (day, event_id, source, source_kind, ground, message_id, type, name, identity_key, identities,
                        person, purposes, at, received_at, products)
                    values (current_date - ?, ?, 's', 'browser', 'consent', 'm', 'track', 'Product Viewed', ?, '{}', 'p',
                        '{experience}', now() - make_interval(days => ?), now(), '[]')""",
                    days,
                    UUID.randomUUID().toString(),
                    phone.key().value(),
                    days);
        }
        shop.query(
                "insert into computed_due (identity_key, day) select identity_key, (at at time zone 'UTC')::date from event where identity_key = ?",
                phone.key().value());

        read(phone).body("traits." + lately + ".value", equalTo(2));
    }

    @Test
    void eventsAreEvidenceToTheLastInstantOfTheirPeriod() {
        String views = define(name(), body("trait", "views", TENTS).replace(",\"days\":3650", ""));
        viewed(phone, "tent");
        read(phone).body("traits." + views + ".value", equalTo(1));
        Instant end = endOfTheEvent(phone);

        assertThat(valueAt(end.minusMillis(1), views)).isEqualTo("1");
        assertThat(valueAt(end, views)).isEqualTo("0");
    }

    private Instant endOfTheEvent(Visitor visitor) {
        return Instant.parse(
                shop.query(
                                "select to_char(kept_until(at, 'P13M') at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from event where identity_key = ?",
                                visitor.key().value())
                        .get(0));
    }

    private String valueAt(Instant now, String name) {
        return computed
                .of(pool, List.of(phone.key()), Purpose.EXPERIENCE, List.of(), now)
                .await()
                .indefinitely()
                .stream()
                .filter(trait -> trait.name().equals(name))
                .map(KnownTrait::value)
                .findFirst()
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sum    | double(event.properties.price) | taken             | 60.5
                    max    | event.properties.price         | taken             | 30.25
                    min    | event.properties.price         | taken             | 10.25
                    last   | event.properties.kind          | taken             | coat
                    first  | event.properties.kind          | taken             | tent
                    counts | event.properties.kind          | most(taken)       | tent
                    counts | event.properties.kind          | size(taken)       | 2
                    max    | event.at                       | taken             |
                    last   | event.properties.nothing       | taken             |
                    sum    | event.properties.nothing       | taken             | 0.0
                    count  |                                | taken * 2         | 6
                    """)
    void takesWhatItSays(String take, String of, String value, String expected) {
        Instant noon = Instant.now();
        sent(phone, noon, "tent", "10.25");
        sent(phone, noon.plusSeconds(1), "tent", "20.0");
        sent(phone, noon.plusSeconds(2), "coat", "30.25");

        String taken =
                define(
                        name(),
                        """
                        {"kind":"trait","purpose":"experience","value":"%s",
                         "over":{"taken":{"match":"event.type == 'track'","take":"%s"%s}}}"""
                                .formatted(
                                        value, take, of == null ? "" : ",\"of\":\"" + of + "\""));

        Object found = read(phone).extract().path("traits." + taken + ".value");
        assertThat(found == null ? null : found.toString()).isEqualTo(expected);
    }

    @Test
    void seesWhatIsSaidOfSomebodyAndNeverBeatsIt() {
        String fan =
                define(
                        name(),
                        """
                        {"kind":"audience","purpose":"experience","value":"traits.favourite_kind == 'tent'"}""");
        read(phone).body("traits." + fan, nullValue());

        tell(shop.as(phone), "{\"favourite_kind\":\"tent\"}");
        read(phone).body("traits." + fan + ".value", equalTo(true));

        tell(shop.as(phone), "{\"" + fan + "\":\"no\"}");
        read(phone)
                .body("traits." + fan + ".value", equalTo("no"))
                .body("traits." + fan + ".class", equalTo("told"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"age\":17}",
                "{\"birthday\":\"2015-01-01\"}",
                "{\"adult\":false}",
                "{\"dateOfBirth\":\"2016-02-29T00:00:00Z\"}"
            })
    void nothingIsInferredAboutAMinorWhoeverSaysSo(String said) {
        String views = trait("views", TENTS);
        viewed(phone, "tent");
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":%s}"
                        .formatted(phone.anonymousId(), said));

        read(phone)
                .body("traits." + views, nullValue())
                .body("profiling.on", equalTo(false))
                .body("profiling.because", equalTo("MINOR"));
    }

    @Test
    void nothingIsInferredAboutSomebodyOfUnknownAge() {
        String views = trait("views", TENTS);
        Visitor somebody = shop.visitor();
        shop.grant(replica, somebody.key(), Purpose.EXPERIENCE);
        viewed(somebody, "tent");
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"age\":40}}"
                        .formatted(somebody.anonymousId()));

        read(somebody)
                .body("traits." + views, nullValue())
                .body("profiling.because", equalTo("UNKNOWN"));
    }

    @Test
    void productsOfAProtectedCategoryAreNoEvidenceHoweverTheyAreAskedFor() {
        String test = "item-" + UUID.randomUUID();
        items.follow(test, "test kit", "Health", new String[] {"pregnancy"}, 1)
                .await()
                .indefinitely();
        String guess =
                define(
                        name(),
                        body(
                                "trait",
                                "views",
                                "event.products.exists(p, p.productId.startsWith('item')) || event.properties.kind.startsWith('preg')"));
        Shop.send(
                Shop.BROWSER,
                track(phone, "{\"product_id\":\"%s\"}".formatted(test)),
                track(phone, "{\"kind\":\"pregnancy tests\"}"),
                track(phone, "{\"products\":[{\"product_id\":\"%s\"}]}".formatted(test)),
                track(
                        phone,
                        "{\"products\":[{\"product_id\":\"%s\"},{\"product_id\":\"coat\"}]}"
                                .formatted(test)));

        read(phone).body("traits." + guess + ".value", equalTo(0));
    }

    @Test
    void whatBecomesProtectedIsNoEvidenceAnyMore() {
        String item = "item-" + UUID.randomUUID();
        items.follow(item, "tea", "Food", new String[0], 1).await().indefinitely();
        String views = trait("views", "event.products.exists(p, p.productType == 'tea')");
        Shop.send(Shop.BROWSER, track(phone, "{\"product_id\":\"%s\"}".formatted(item)));
        read(phone).body("traits." + views + ".value", equalTo(1));

        items.follow(item, "tea", "Food", new String[] {"health"}, 3).await().indefinitely();
        items.follow(item, "tea", "Food", new String[0], 2).await().indefinitely();

        read(phone).body("traits." + views + ".value", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    likely_pregnant | views > 1                        | event.name == 'a'                              | pregnancy
                    x               | traits.religion == 'any'         | event.name == 'a'                              | religion
                    x               | views > 1                        | event.properties.category == 'Medical Health'  | health
                    x               | views > 1                        | event.properties['diagnosis'] == 'x'           | health
                    x               | views > 1                        | event.properties.category == 'IAB2.2:305'      | pregnancy
                    likely_age      | views > 1                        | event.name == 'a'                              | age
                    """)
    void whatIsProtectedIsNotDefined(String name, String value, String match, String category) {
        put(
                        name + "_" + UUID.randomUUID().toString().substring(0, 4),
                        body("audience", value, match))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://tact.dev/problems/definition-protected"))
                .body("detail", containsString(category));
    }

    @Test
    void aProtectedItemIsNoWayAround() {
        String test = "t" + UUID.randomUUID();
        items.follow(test, "kit", "Shop", new String[] {"pregnancy"}, 1).await().indefinitely();

        put(
                        name(),
                        body(
                                "audience",
                                "views > 0",
                                "event.products.exists(p, p.productId == '" + test + "')"))
                .statusCode(422)
                .body("detail", containsString("pregnancy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"audience\",\"purpose\":\"experience\",\"value\":\"1 + 1\"}",
                "{\"kind\":\"audience\",\"purpose\":\"experience\",\"value\":\"nothing > 1\"}",
                "{\"kind\":\"audience\",\"purpose\":\"experience\",\"value\":\"(\"}",
                "{\"kind\":\"audience\",\"purpose\":\"necessary\",\"value\":\"true\"}",
                "{\"kind\":\"audience\",\"purpose\":\"Everything\",\"value\":\"true\"}",
                "{\"kind\":\"crowd\",\"purpose\":\"experience\",\"value\":\"true\"}",
                "{\"kind\":\"trait\",\"purpose\":\"experience\"}",
                "{\"kind\":\"trait\",\"purpose\":\"experience\",\"value\":\"a\",\"over\":{\"a\":{\"match\":\"true\",\"take\":\"sum\"}}}",
                "{\"kind\":\"trait\",\"purpose\":\"experience\",\"value\":\"a\",\"over\":{\"a\":{\"match\":\"event.name\",\"take\":\"count\",\"days\":0}}}",
                "{\"kind\":\"trait\",\"purpose\":\"experience\",\"value\":\"event\",\"over\":{\"event\":{\"match\":\"true\",\"take\":\"count\"}}}"
            })
    void whatIsNoDefinitionIsRefusedAndSaysWhy(String body) {
        put(name(), body)
                .statusCode(422)
                .body("type", equalTo("https://tact.dev/problems/definition-invalid"));
    }

    @Test
    void retiredOnesAnswerNoMoreAndLeaveNothingBehind() {
        String views = trait("views", TENTS);
        viewed(phone, "tent");
        read(phone).body("traits." + views + ".value", equalTo(1));

        analyst().delete("/v1/definitions/" + views).then().statusCode(204);

        read(phone).body("traits." + views, nullValue());
        assertThat(
                        shop.query(
                                "select count(*) from computed_part p join definition d on d.id = p.definition where d.name = ?",
                                views))
                .containsExactly("0");
        analyst().delete("/v1/definitions/" + views).then().statusCode(404);
    }

    @Test
    void everyVersionSaysWhoDefinedIt() {
        String views = trait("views", TENTS);

        analyst()
                .get("/v1/definitions")
                .then()
                .statusCode(200)
                .body(
                        "definitions.find { it.name == '%s' }.by".formatted(views),
                        equalTo("staff-analyst"))
                .body(
                        "definitions.find { it.name == '%s' }.over.views.take".formatted(views),
                        equalTo("count"));
    }

    private String trait(String value, String match) {
        return define(name(), body("trait", value, match));
    }

    private String audience(String value, String match) {
        return define(name(), body("audience", value, match));
    }

    private static String name() {
        return "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String body(String kind, String value, String match) {
        return body(kind, value, match, 3_650);
    }

    private static String body(String kind, String value, String match, int days) {
        return """
               {"kind":"%s","purpose":"experience","value":"%s","over":{"views":{"match":"%s","take":"count","days":%d}}}"""
                .formatted(kind, value, match, days);
    }

    /** Returns when it answers. */
    private String define(String name, String body) {
        put(name, body).statusCode(202);
        Eventually.holds(
                "a complete definition",
                () ->
                        shop.query(
                                        "select count(*) from definition where name = ? and retired_at is null and backfilled_to is not null",
                                        name)
                                .equals(List.of("0")));
        return name;
    }

    private ValidatableResponse put(String name, String body) {
        return analyst()
                .contentType("application/json")
                .body(body)
                .put("/v1/definitions/" + name)
                .then();
    }

    private RequestSpecification analyst() {
        return given().auth().oauth2(shop.stack().tokens().staff("analyst"));
    }

    private static String viewed(Visitor visitor, String kind) {
        String id = UUID.randomUUID().toString();
        sent(visitor, id, kind);
        return id;
    }

    private static void sent(Visitor visitor, String id, String kind) {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"%s\",\"anonymousId\":\"%s\",\"properties\":{\"kind\":\"%s\"}}"
                        .formatted(id, visitor.anonymousId(), kind));
    }

    private static void sent(Visitor visitor, Instant at, String kind, String price) {
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"track\",\"event\":\"Product Viewed\",\"timestamp\":\"%s\",\"anonymousId\":\"%s\",\"properties\":{\"kind\":\"%s\",\"price\":%s}}"
                        .formatted(
                                at.truncatedTo(ChronoUnit.MILLIS),
                                visitor.anonymousId(),
                                kind,
                                price));
    }

    private static String track(Visitor visitor, String properties) {
        return "{\"type\":\"track\",\"event\":\"Product Viewed\",\"anonymousId\":\"%s\",\"properties\":%s}"
                .formatted(visitor.anonymousId(), properties);
    }

    private static void tell(RequestSpecification who, String told) {
        who.contentType("application/json")
                .body(told)
                .post("/v1/me/traits")
                .then()
                .body("kept", equalTo(true));
    }

    private ValidatableResponse read(Visitor visitor) {
        return read(shop.as(visitor));
    }

    /** After everything that is due. */
    private ValidatableResponse read(RequestSpecification who) {
        Eventually.holds(
                "nothing due",
                () -> {
                    keeper.keep().await().indefinitely();
                    return shop.query("select count(*) from computed_due").equals(List.of("0"));
                });
        live.refresh().await().indefinitely();
        return who.get("/v1/me/profile?purpose=experience").then().statusCode(200);
    }
}
