package io.tact.frequency;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.testkit.ConsentStates;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.util.UUID;

/** Everything around the service: tokens, people who answered, topics, the database's door. */
public final class Surroundings implements AutoCloseable {
    private final TestStack stack;
    private final DatabaseDoor door;
    private final IdentityKeys keys;
    private final ConsentStates consents;
    private final TopicsUnderTest topics;
    private final ErasureRequests erasures;

    Surroundings(TestStack stack, DatabaseDoor door) {
        this.stack = stack;
        this.door = door;
        this.keys = new IdentityKeys(stack.installationSecret());
        this.consents =
                new ConsentStates(stack.bootstrapServers(), stack.topicPrefix()).heartbeat(true);
        this.topics = new TopicsUnderTest(stack.bootstrapServers(), stack.topicPrefix());
        this.erasures = new ErasureRequests(stack);
    }

    public TestTokens tokens() {
        return stack.tokens();
    }

    public DatabaseDoor database() {
        return door;
    }

    public ConsentStates consents() {
        return consents;
    }

    public TopicsUnderTest topics() {
        return topics;
    }

    public ErasureRequests erasures() {
        return erasures;
    }

    public IdentityKey keyOf(String customer) {
        return keys.of(Identity.customer(customer));
    }

    public IdentityKey keyOfVisitor(String subjectId) {
        return keys.of(Identity.visitor(TestTokens.anonymousId(subjectId)));
    }

    /** Somebody nobody has met before. */
    public static String somebody() {
        return "somebody-" + UUID.randomUUID();
    }

    /** A request of a customer who allowed marketing, or did not. */
    public RequestSpecification customer(String name, boolean marketing) {
        ConsentSeq seq =
                marketing
                        ? consents.grant(keyOf(name), Purpose.MARKETING)
                        : consents.refuse(keyOf(name), Purpose.MARKETING);
        return asCustomer(name).header(ConsentSeq.HEADER, seq.header());
    }

    /** A request of a customer, whatever they answered. */
    public RequestSpecification asCustomer(String name) {
        return given().auth().oauth2(tokens().customer(name)).contentType("application/json");
    }

    public RequestSpecification asVisitor(String token) {
        return given().header("Tact-Visitor", token).contentType("application/json");
    }

    public RequestSpecification manager() {
        return given().auth()
                .oauth2(tokens().staff("campaign-manager"))
                .contentType("application/json");
    }

    /** A personal campaign for items at this placement. */
    public void personalCampaign(String id, String placement) {
        campaign(
                id,
                """
                {"kind":"personal","priority":80,"placements":["%s"],"creative":{"type":"item"}}"""
                        .formatted(placement));
    }

    public void contextualCampaign(String id, String placement) {
        campaign(
                id,
                """
                {"kind":"contextual","priority":10,"placements":["%s"],"creative":{"type":"fixed","title":"%s","url":"/"}}"""
                        .formatted(placement, id));
    }

    public void campaign(String id, String definition) {
        manager().body(definition).put("/v1/campaigns/" + id).then().statusCode(200);
    }

    /**
     * @param rules label, limit, window, label, limit, window, …
     */
    public void policy(String id, Object... rules) {
        var json = new StringBuilder();
        for (int index = 0; index < rules.length; index += 3) {
            json.append(index == 0 ? "" : ",")
                    .append(
                            """
                            {"label":"%s","limit":%s,"window":"%s"}"""
                                    .formatted(rules[index], rules[index + 1], rules[index + 2]));
        }
        manager()
                .body("{\"rules\":[" + json + "]}")
                .put("/v1/policies/" + id)
                .then()
                .statusCode(200);
    }

    /** Asks for a slot for one item of a campaign. */
    public static String ask(String placement, String campaign, String item) {
        return """
        {"placement":"%s","candidates":[{"campaign":"%s","item":"%s"}]}"""
                .formatted(placement, campaign, item);
    }

    public static String ask(String placement) {
        return """
        {"placement":"%s"}"""
                .formatted(placement);
    }

    @Override
    public void close() {
        topics.close();
        consents.close();
        door.close();
        stack.close();
    }
}
