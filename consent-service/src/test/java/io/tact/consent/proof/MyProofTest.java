package io.tact.consent.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.ServiceUnderTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import io.tact.proof.CanonicalBase64;
import io.tact.proof.Verdict;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.InclusionProof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class MyProofTest {
    TestStack stack;

    private final String ann = "customer-" + UUID.randomUUID();

    @Test
    void whatHoldsIsShownWithItsEvidence() {
        say(as(ann), Map.of("marketing", true));
        say(as(ann), Map.of("marketing", false));

        JsonPath proof = prove(as(ann), "marketing", null);

        assertThat(proof.getString("answer")).isEqualTo("withdrawn");
        assertThat(proof.getList("entries")).hasSize(1);
        JsonPath body = verified(proof, 0);
        assertThat(body.getString("identityKey")).isEqualTo(key(Identity.customer(ann)));
        assertThat(body.getLong("version")).isEqualTo(2);
        assertThat(body.getBoolean("said.marketing")).isFalse();
    }

    @Test
    void bothIdentitiesOfARequestAreProvenTogether() {
        String subject = UUID.randomUUID().toString();
        say(as(ann), Map.of("marketing", true, "experience", true));
        say(as(subject, ann), Map.of("marketing", true));

        JsonPath marketing = prove(as(subject, ann), "marketing", null);
        JsonPath experience = prove(as(subject, ann), "experience", null);

        assertThat(marketing.getString("answer")).isEqualTo("granted");
        assertThat(experience.getString("answer"))
                .as("the visitor was never asked")
                .isEqualTo("unanswered");
        assertThat(
                        List.of(
                                verified(marketing, 0).getString("identityKey"),
                                verified(marketing, 1).getString("identityKey")))
                .containsExactlyInAnyOrder(
                        key(Identity.customer(ann)),
                        key(Identity.visitor(TestTokens.anonymousId(subject))));
    }

    @Test
    void nobodyElsesEntriesAreShown() {
        say(as(ann), Map.of("marketing", true));

        as("customer-" + UUID.randomUUID())
                .queryParam("purpose", "marketing")
                .get("/v1/me/proof")
                .then()
                .statusCode(200)
                .body("answer", equalTo("unanswered"))
                .body("entries", empty())
                .body("checkpoint", nullValue());
        given().queryParam("purpose", "marketing").get("/v1/me/proof").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "marketing, yesterday, 400, at-malformed",
        "marketing, 2026-01-31T09:30:00, 400, at-malformed",
        "marketing, 2999-01-31T09:30:00Z, 422, at-in-the-future",
        "surveillance, 2026-01-31T09:30:00Z, 422, purpose-unknown",
        "'', 2026-01-31T09:30:00Z, 422, purpose-unknown"
    })
    void questionsThatMakeNoSenseAreTold(String purpose, String at, int status, String problem) {
        as(ann).queryParam("purpose", purpose)
                .queryParam("at", at)
                .get("/v1/me/proof")
                .then()
                .statusCode(status)
                .body("type", endsWith("/" + problem));
    }

    /** Against a replay of what was said, by the simplest rule that there is. */
    @Test
    void whatHeldAtAnInstantIsAReplayOfAllThatWasSaidUntilThen() {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.println("MyProofTest: -Dtact.seed=" + seed);
        var random = new Random(seed);
        List<Statement> said = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean yes = random.nextBoolean();
            Instant givenAt = Instant.now().minusMillis(random.nextInt(50));
            sayAt(as(ann), Map.of("marketing", yes), givenAt);
            JsonPath body = verified(prove(as(ann), "marketing", null), 0);
            said.add(new Statement(Instant.parse(body.getString("recordedAt")), givenAt, yes));
        }

        for (Statement one : said) {
            for (long micros : new long[] {-1, 0, 1}) {
                Instant at = one.recordedAt.plusNanos(micros * 1_000);
                assertThat(prove(as(ann), "marketing", at.toString()).getString("answer"))
                        .as("at %s of %s", at, said)
                        .isEqualTo(replay(said, at));
            }
        }
    }

    private record Statement(Instant recordedAt, Instant givenAt, boolean yes) {}

    private static String replay(List<Statement> said, Instant at) {
        String answer = "unanswered";
        Instant since = Instant.EPOCH;
        for (Statement one : said) {
            if (one.recordedAt.isAfter(at)) {
                break;
            }
            Instant from =
                    one.yes && one.givenAt.isBefore(one.recordedAt) ? one.givenAt : one.recordedAt;
            if (!one.yes) {
                answer =
                        List.of("unanswered", "refused").contains(answer) ? "refused" : "withdrawn";
                since = from;
            } else if (from.isAfter(since)) {
                answer = "granted";
                since = from;
            }
        }
        return answer;
    }

    /** Checked with the library alone, as anybody could. */
    private JsonPath verified(JsonPath proof, int entry) {
        String at = "entries[" + entry + "].";
        byte[] body = proof.getString(at + "body").getBytes(UTF_8);
        byte[] nonce = CanonicalBase64.decode(proof.getString(at + "nonce")).orElseThrow();
        var inclusion =
                new InclusionProof(
                        proof.getLong(at + "index"),
                        proof.getList(at + "inclusion", String.class).stream()
                                .map(hash -> Hash.parse(hash).orElseThrow())
                                .toList());
        var ledger = given().get("/v1/ledger").jsonPath();
        Checkpoint checkpoint =
                Checkpoint.open(
                                proof.getString("checkpoint").getBytes(UTF_8),
                                ledger.getString("origin"),
                                List.of(
                                        VerifierKey.parse(ledger.getString("verifierKey"))
                                                .orElseThrow()))
                        .orElseThrow();
        assertThat(inclusion.verify(new Said(Commitment.to(body, nonce)).hash(), checkpoint.head()))
                .isEqualTo(Verdict.HOLDS);
        return new JsonPath(new String(body, UTF_8));
    }

    private JsonPath prove(RequestSpecification who, String purpose, @Nullable String at) {
        who.queryParam("purpose", purpose);
        if (at != null) {
            who.queryParam("at", at);
        }
        return Eventually.get(
                        "a checkpoint over the entry",
                        () -> who.get("/v1/me/proof"),
                        answer -> answer.statusCode() == 200)
                .jsonPath();
    }

    private void say(RequestSpecification who, Map<String, Boolean> answers) {
        post(who, Map.of("answers", answers));
    }

    private void sayAt(RequestSpecification who, Map<String, Boolean> answers, Instant givenAt) {
        post(who, new HashMap<>(Map.of("answers", answers, "givenAt", givenAt.toString())));
    }

    private void post(RequestSpecification who, Map<String, Object> statement) {
        who.contentType("application/json")
                .body(statement)
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
}
