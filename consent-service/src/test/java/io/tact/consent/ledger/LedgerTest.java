package io.tact.consent.ledger;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.ServiceUnderTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.proof.Checked;
import io.tact.proof.Verdict;
import io.tact.proof.entry.Leaf;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.tile.TilePath;
import io.tact.proof.tile.TrustedTiles;
import io.tact.proof.tree.ConsistencyProof;
import io.tact.proof.tree.InclusionProof;
import io.tact.proof.tree.TreeHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As an auditor reads it, with nothing but the public key. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class LedgerTest {
    TestStack stack;
    private VerifierKey key;

    @BeforeEach
    void readTheKey() {
        var ledger = given().get("/v1/ledger").then().statusCode(200).extract().jsonPath();
        assertThat(ledger.getString("origin")).isEqualTo("test.example/consent");
        key = VerifierKey.parse(ledger.getString("verifierKey")).orElseThrow();
    }

    @Test
    void everyStatementIsSoonUnderASignedCheckpoint() throws IOException {
        long before = head().map(TreeHead::size).orElse(0L);

        say(3);

        TreeHead head = headOf(before + 3);
        List<Leaf> leaves = leaves(head);
        assertThat(leaves).hasSize((int) head.size());
        for (int index = 0; index < leaves.size(); index++) {
            TrustedTiles tiles = tiles(head, InclusionProof.nodes(index, head.size()));
            assertThat(
                            InclusionProof.of(index, head.size(), tiles)
                                    .verify(leaves.get(index).hash(), head))
                    .isEqualTo(Verdict.HOLDS);
        }
    }

    @Test
    void everyCheckpointExtendsThoseBefore() throws IOException {
        say(1);
        TreeHead older = headOf(1);

        say(2);

        TreeHead newer = headOf(older.size() + 2);
        TrustedTiles tiles = tiles(newer, ConsistencyProof.nodes(older.size(), newer.size()));
        assertThat(ConsistencyProof.of(older.size(), newer.size(), tiles).verify(older, newer))
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void hashesAreForEverybodyAndEntriesForOfficers() {
        say(1);
        String edge = TilePath.edge(headOf(1).size()).get(0).toString();
        String entries = edge.replace("tile/0/", "tile/entries/");

        given().get("/" + edge)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
        given().get("/" + entries).then().statusCode(401);
        given().auth()
                .oauth2(stack.tokens().customer("ann"))
                .get("/" + entries)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(stack.tokens().staff("consent-officer"))
                .get("/" + entries)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsNoTileOfThisTreeIsNotFound() {
        for (String path :
                List.of(
                        "tile/0/999999",
                        "tile/0/x999/000",
                        "tile/0/000.p/256",
                        "tile/7/000",
                        "tile/00/000",
                        "tile/0/../checkpoint",
                        "tile/0/000.p/0")) {
            assertThat(given().urlEncodingEnabled(false).get("/" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private void say(int times) {
        for (int i = 0; i < times; i++) {
            given().auth()
                    .oauth2(stack.tokens().customer("customer-" + UUID.randomUUID()))
                    .contentType("application/json")
                    .body("{\"answers\":{\"marketing\":true}}")
                    .post("/v1/me/consents")
                    .then()
                    .statusCode(200);
        }
    }

    private TreeHead headOf(long atLeast) {
        return Eventually.get(
                        "a checkpoint of " + atLeast,
                        this::head,
                        head -> head.filter(tree -> tree.size() >= atLeast).isPresent())
                .orElseThrow();
    }

    private Optional<TreeHead> head() {
        var answer = given().get("/checkpoint");
        return answer.statusCode() != 200
                ? Optional.empty()
                : Optional.of(
                        Checkpoint.open(answer.asByteArray(), "test.example/consent", List.of(key))
                                .orElseThrow()
                                .head());
    }

    private TrustedTiles tiles(TreeHead head, List<io.tact.proof.tree.Node> nodes)
            throws IOException {
        return TrustedTiles.read(
                        head,
                        nodes,
                        path -> {
                            var answer = given().get("/" + path);
                            return answer.statusCode() == 200
                                    ? Optional.of(answer.asByteArray())
                                    : Optional.empty();
                        })
                .orElseThrow();
    }

    private List<Leaf> leaves(TreeHead head) {
        var leaves = new ArrayList<Leaf>();
        for (TilePath tile : levelZero(head.size())) {
            byte[] bundle =
                    given().auth()
                            .oauth2(stack.tokens().staff("consent-officer"))
                            .get("/" + tile.toString().replace("tile/0/", "tile/entries/"))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray();
            var bytes = ByteBuffer.wrap(bundle);
            while (bytes.hasRemaining()) {
                byte[] leaf = new byte[Short.toUnsignedInt(bytes.getShort())];
                bytes.get(leaf);
                Checked<Leaf> parsed = Leaf.parse(leaf);
                assertThat(parsed).as(new String(leaf, UTF_8)).isInstanceOf(Checked.Valid.class);
                leaves.add(parsed.orElseThrow());
            }
        }
        return leaves;
    }

    private static List<TilePath> levelZero(long size) {
        var paths = new ArrayList<TilePath>();
        for (long start = 0; start < size; start += TilePath.FULL) {
            paths.add(
                    new TilePath(
                            0, start / TilePath.FULL, (int) Math.min(TilePath.FULL, size - start)));
        }
        return paths;
    }
}
