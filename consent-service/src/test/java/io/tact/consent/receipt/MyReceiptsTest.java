package io.tact.consent.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import io.tact.proof.evidence.EvidenceJson;
import io.tact.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class MyReceiptsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WITH_NOTICE =
            "{'answers':{'marketing':true},'notice':{'id':'tact-purposes','version':'1','language':'%s'}}";

    @SuppressWarnings("NullAway.Init")
    TestStack stack;

    private final String ann = "customer-" + UUID.randomUUID();

    /**
     * The 25 fields that are mandatory in a record or a receipt, with the names of the standard.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    schema_version         | /dct:hasPart/0/dct:conformsTo
                    record_id              | /dct:hasPart/0/dct:identifier
                    receipt_id             | /dct:identifier
                    pii_principal_id       | /dct:hasPart/0/dpv:hasDataSubject/dct:identifier
                    privacy_notice         | /dct:hasPart/0/dpv:hasNotice/dct:identifier
                    language               | /dct:hasPart/0/dpv:hasNotice/dct:language
                    purpose                | /dct:hasPart/0/dpv:hasProcess/dpv:hasPurpose/dct:identifier
                    pii_information        | /dct:hasPart/0/dpv:hasProcess/dpv:hasPersonalData/0
                    pii_controllers        | /dct:hasPart/0/dpv:hasProcess/dpv:hasDataController
                    storage_locations      | /dct:hasPart/0/dpv:hasProcess/dpv:hasStorageCondition/0/dpv:hasLocation
                    retention_period       | /dct:hasPart/0/dpv:hasProcess/dpv:hasStorageCondition/2/dpv:hasDuration
                    jurisdiction           | /dct:hasPart/0/dpv:hasProcess/dpv:hasJurisdiction
                    recipient_third_parties| /dct:hasPart/0/dpv:hasProcess/dpv:hasRecipient/0/dpv:hasName
                    withdrawal_method      | /dct:hasPart/0/dpv:hasProcess/dpv:hasConsentControl/dpv:isExercisedAt
                    pii_type               | /dct:hasPart/0/dpv:hasProcess/dpv:hasPersonalData/0/@type
                    party_id               | /dct:hasPart/0/dpv:hasEntity/0/dct:identifier
                    party_address          | /dct:hasPart/0/dpv:hasEntity/0/dpv:hasAddress
                    party_name             | /dct:hasPart/0/dpv:hasEntity/0/dpv:hasName
                    party_contact          | /dct:hasPart/0/dpv:hasEntity/0/dpv:hasContact
                    party_type             | /dct:hasPart/0/dpv:hasEntity/0/@type
                    event_time             | /dct:hasPart/0/dpv:hasConsentStatus/0/dct:date
                    validity_duration      | /dct:hasPart/0/dpv:hasConsentStatus/0/dct:valid
                    entity_id              | /dct:hasPart/0/dpv:hasConsentStatus/0/dpv:isIndicatedBy
                    event_type             | /dct:hasPart/0/dpv:hasConsentStatus/0/dpv:hasLegalBasis
                    event_state            | /dct:hasPart/0/dpv:hasConsentStatus/0/@type
                    """)
    void fieldOfTheStandardIsThere(String field, String place) {
        sends(as(ann), WITH_NOTICE.formatted("en"));

        JsonNode value = receipt(as(ann)).at(place);

        assertThat(value.isMissingNode()).as(field).isFalse();
        assertThat(value.isTextual() ? value.asText() : value.toString()).as(field).isNotBlank();
    }

    @Test
    void evidenceInItVerifiesAndSaysTheSame() {
        says(as(ann), "'marketing':true");

        JsonNode receipt = receipt(as(ann));

        JsonNode ledger = read(given().get("/v1/ledger").asString());
        var evidence =
                EvidenceJson.parse(receipt.get("tact:evidence").toString())
                        .then(EvidenceJson::evidence)
                        .orElseThrow();
        evidence.verify(
                        VerifierKey.parse(ledger.get("verifierKey").asText()).orElseThrow(),
                        ledger.get("origin").asText())
                .orElseThrow();
        JsonNode entry = read(evidence.entries().get(0).body());
        JsonNode event = event(receipt, 0);
        assertThat(entry.at("/after/marketing/answer")).isEqualTo(event.get("tact:answer"));
        assertThat(entry.get("recordedAt")).isEqualTo(event.get("tact:recordedAt"));
        assertThat(entry.get("identityKey"))
                .isEqualTo(receipt.at("/dct:hasPart/0/dpv:hasDataSubject/dct:identifier"));
    }

    @Test
    void whatNamesSomethingIsALinkAndEvidenceStaysAsItIs() {
        says(as(ann), "'marketing':true");

        JsonNode receipt = receipt(as(ann));

        JsonNode context = receipt.get("@context");
        assertThat(context.at("/tact:evidence/@type").asText()).isEqualTo("@json");
        assertThat(namesUnder(context, receipt.get("dct:hasPart")))
                .contains("dpv:hasDataController", "dpv:isIndicatedBy", "dpv:hasJurisdiction")
                .allSatisfy(
                        property ->
                                assertThat(context.path(property).path("@type").asText())
                                        .as(property)
                                        .isEqualTo("@id"));
    }

    /** The properties with a value such as dpv:DataSubject, in which a prefix stands. */
    private static Set<String> namesUnder(JsonNode context, JsonNode node) {
        var found = new TreeSet<String>();
        node.fields()
                .forEachRemaining(
                        member -> {
                            boolean keyword = member.getKey().startsWith("@");
                            JsonNode value = member.getValue();
                            (value.isArray() ? value : List.of(value))
                                    .forEach(
                                            one -> {
                                                if (!keyword && isName(context, one)) {
                                                    found.add(member.getKey());
                                                }
                                            });
                        });
        node.forEach(child -> found.addAll(namesUnder(context, child)));
        return found;
    }

    private static boolean isName(JsonNode context, JsonNode value) {
        return value.isTextual() && context.has(value.asText().split(":", 2)[0]);
    }

    @Test
    void receiptIsOfTheAnswerThatStandsAndNotOfWhatCameAfter() {
        String givenAt = Instant.now().minusSeconds(60).toString();
        sends(as(ann), "{'answers':{'marketing':true},'givenAt':'%s'}".formatted(givenAt));
        JsonNode first = receipt(as(ann));
        says(as(ann), "'experience':false");

        JsonNode later = receipt(as(ann));

        assertThat(later.get("dct:identifier")).isEqualTo(first.get("dct:identifier"));
        assertThat(event(later, 0).get("tact:version").asLong()).isEqualTo(1);
        assertThat(event(later, 0).get("dct:date").asText()).isEqualTo(givenAt);
        assertThat(event(later, 0).get("@type").asText()).isEqualTo("dpv:ConsentGiven");

        says(as(ann), "'marketing':false");
        assertThat(event(receipt(as(ann)), 0).get("@type").asText())
                .isEqualTo("dpv:ConsentWithdrawn");
    }

    @Test
    void noticeIsTheTextThatWasShown() {
        sends(as(ann), WITH_NOTICE.formatted("de"));

        JsonNode notice = receipt(as(ann)).at("/dct:hasPart/0/dpv:hasNotice");

        assertThat(notice.get("dct:language").asText()).isEqualTo("de");
        String kept = given().get(notice.get("dct:source").asText()).then().extract().asString();
        assertThat(notice.get("tact:text").asText()).isEqualTo(kept).contains("Werbung für mich");
    }

    @Test
    void whoeverWasShownWeDoNotKnowWhatIsToldSo() {
        says(as(ann), "'marketing':true");

        JsonNode notice = receipt(as(ann)).at("/dct:hasPart/0/dpv:hasNotice");

        assertThat(notice.get("dct:language").asText()).isEqualTo("und");
        assertThat(notice.get("dct:description").asText()).contains("did not say");
    }

    @Test
    void eachIdentityOfTheRequestHasARecordOfItsOwn() {
        String subject = UUID.randomUUID().toString();
        says(as(subject, ann), "'marketing':true");

        JsonNode parts = receipt(as(subject, ann)).get("dct:hasPart");

        assertThat(parts.findValuesAsText("dct:identifier"))
                .contains(
                        key(Identity.customer(ann)),
                        key(Identity.visitor(TestTokens.anonymousId(subject))));
    }

    @Test
    void nobodyGetsSomebodyElsesReceipt() {
        says(as(ann), "'marketing':true");

        ask(as("customer-" + UUID.randomUUID()))
                .then()
                .statusCode(404)
                .body("type", endsWith("answer-missing"));
        given().queryParam("purpose", "marketing").get("/v1/me/receipts").then().statusCode(401);
    }

    @Test
    void whatNobodyIsAskedHasNoReceipt() {
        as(ann).queryParam("purpose", "surveillance")
                .get("/v1/me/receipts")
                .then()
                .statusCode(422)
                .body("type", endsWith("purpose-unknown"));
    }

    private JsonNode receipt(RequestSpecification caller) {
        Response answer =
                Eventually.get(
                        "a receipt", () -> ask(caller), response -> response.statusCode() == 200);
        assertThat(answer.contentType()).startsWith("application/ld+json");
        return read(answer.asString());
    }

    private static Response ask(RequestSpecification caller) {
        return given().spec(caller).queryParam("purpose", "marketing").get("/v1/me/receipts");
    }

    private static JsonNode event(JsonNode receipt, int part) {
        return receipt.at("/dct:hasPart/" + part + "/dpv:hasConsentStatus/0");
    }

    private static void says(RequestSpecification caller, String answers) {
        sends(caller, "{'answers':{%s}}".formatted(answers));
    }

    private static void sends(RequestSpecification caller, String body) {
        given().spec(caller)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(String customer) {
        return given().auth().oauth2(stack.tokens().customer(customer));
    }

    private RequestSpecification as(String subject, String customer) {
        return as(customer).header("Tact-Visitor", stack.tokens().visitor(subject));
    }

    private String key(Identity identity) {
        return new IdentityKeys(stack.installationSecret()).of(identity).value();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
