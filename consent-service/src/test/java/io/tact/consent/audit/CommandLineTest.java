package io.tact.consent.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.proof.CanonicalBase64;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.WrappedKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of ledger-proof's README, as they stand there, against this service. */
@QuarkusTest
@WithTestResource(LedgerOfItsOwn.class)
@SuppressWarnings("NullAway.Init")
class CommandLineTest {
    private static final Path JAR =
            Path.of(System.getProperty("tact.root", ".."))
                    .resolve("libraries/ledger-proof/target/ledger-proof.jar");

    TestStack stack;
    @Inject MasterKey master;
    @TestHTTPResource String url;
    @TempDir Path folder;

    private final String customer = "customer-" + UUID.randomUUID();
    private Path key;

    @BeforeEach
    void sayAndSaveTheCheckpoint() throws IOException {
        assumeThat(JAR).as("is packaged with this build").exists();
        String ledger =
                given().get("/v1/ledger").then().statusCode(200).extract().path("verifierKey");
        key = Files.writeString(folder.resolve("ledger.key"), ledger);
        given().auth()
                .oauth2(stack.tokens().customer(customer))
                .contentType("application/json")
                .body(
                        "{\"answers\":{\"marketing\":true},\"notice\":{\"id\":\"banner\",\"version\":\"3\",\"language\":\"en\"}}")
                .post("/v1/me/consents")
                .then()
                .statusCode(200);
        Eventually.holds("that it is signed and shown", this::isShown);
        Files.write(folder.resolve("saved"), given().get("/checkpoint").asByteArray());
    }

    @Test
    void proofBecomesABundleThatSaysInWordsWhatItProves() throws Exception {
        Files.writeString(folder.resolve("proof.json"), proof().encode());

        Ended bundled = run("bundle", in("proof.json"), "--ledger", url, "--key", "@" + key);
        Files.writeString(folder.resolve("bundle.json"), bundled.out());
        Ended verified = run("verify", in("bundle.json"), "--key", "@" + key);
        Files.writeString(
                folder.resolve("damaged.json"),
                bundled.out().replace("\\\"marketing\\\":true", "\\\"marketing\\\":false"));
        Ended damaged = run("verify", in("damaged.json"), "--key", "@" + key);

        assertThat(bundled.code()).as(bundled.out()).isZero();
        assertThat(new JsonObject(bundled.out()).getString("purpose")).isEqualTo("marketing");
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.out())
                .contains(
                        new IdentityKeys(stack.installationSecret())
                                .of(Identity.customer(customer))
                                .value(),
                        "yes to marketing",
                        "banner, version 3, in en",
                        "marketing granted since",
                        "test.example/consent",
                        "NOT PROVED");
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.out()).contains("NOT PROVED: entry ");
    }

    @Test
    void wholeDatabaseIsVerifiedWithAndWithoutTheMasterKey() throws Exception {
        List<String> verify =
                List.of(
                        "verify",
                        "--db",
                        stack.jdbcUrl(),
                        "--user",
                        stack.databaseUser(),
                        "--password-env",
                        "TACT_DATABASE_PASSWORD",
                        "--key",
                        "@" + key,
                        "--since",
                        in("saved"));
        var withMaster = new ArrayList<>(verify);
        withMaster.addAll(
                List.of(
                        "--master-key",
                        requireNonNull(stack.environment().get("TACT_LEDGER_MASTER_KEY"))));

        Ended tree = run(verify.toArray(String[]::new));
        Ended everything = run(withMaster.toArray(String[]::new));

        assertThat(tree.code()).as(tree.out()).isZero();
        assertThat(everything.code()).as(everything.out()).isZero();
        assertThat(everything.out()).contains("HOLDS: ", "Every entry was opened");
    }

    private String in(String file) {
        return folder.resolve(file).toString();
    }

    private record Ended(int code, String out) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("java", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TACT_DATABASE_PASSWORD", stack.databasePassword());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out);
    }

    private boolean isShown() {
        try (var connection = connect();
                var statement = connection.prepareStatement("select count(*) from consent_entry");
                var rows = statement.executeQuery()) {
            rows.next();
            var checkpoint = given().get("/checkpoint");
            return checkpoint.statusCode() == 200
                    && checkpoint
                            .asString()
                            .lines()
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .equals(rows.getString(1));
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl(), stack.databaseUser(), stack.databasePassword());
    }

    /** As the service hands it out to the person: opened, and without a place in a tree. */
    private JsonObject proof() throws SQLException {
        try (var connection = connect();
                var statement =
                        connection.prepareStatement(
                                """
                                select index, pseudonym, e.version, sealed, wrapped from ledger_entry l
                                join consent_entry e on e.id = l.entry_id
                                join person_key using (pseudonym) join consent_state s using (pseudonym)
                                where identity_key = ?""")) {
            statement.setString(
                    1,
                    new IdentityKeys(stack.installationSecret())
                            .of(Identity.customer(customer))
                            .value());
            var row = statement.executeQuery();
            row.next();
            var wrapped =
                    new WrappedKey(row.getObject("pseudonym", UUID.class), row.getBytes("wrapped"));
            var person = master.unwrap(wrapped).orElseThrow();
            long version = row.getLong("version");
            byte[] body = person.decrypt(version, row.getBytes("sealed")).orElseThrow();
            return new JsonObject()
                    .put("purpose", "marketing")
                    .put(
                            "entries",
                            new JsonArray()
                                    .add(
                                            new JsonObject()
                                                    .put("index", row.getLong("index"))
                                                    .put("body", new String(body, UTF_8))
                                                    .put(
                                                            "nonce",
                                                            CanonicalBase64.encode(
                                                                    person.nonce(version)))));
        }
    }
}
