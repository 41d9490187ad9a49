package io.tact.consent.audit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import io.tact.proof.audit.AuditReport;
import io.tact.proof.audit.DatabaseAudit;
import io.tact.proof.entry.Erased;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedLeaf;
import io.tact.proof.tree.TreeHead;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody with all rights in the database, and with time: whatever they change, an auditor with a
 * checkpoint from before finds it, and is told where. Each attack is made in a transaction, audited
 * there, and rolled back, so that one history serves them all.
 *
 * <p>{@code -Dtact.test.attacks=200} for more of them, {@code -Dtact.seed=…} for the same again.
 */
@QuarkusTest
@WithTestResource(LedgerOfItsOwn.class)
@SuppressWarnings("NullAway.Init")
class AuditTest {
    private static final int ATTACKS = Integer.getInteger("tact.test.attacks", 60);
    private static final int CLEAN_RUNS = Math.max(10, ATTACKS / 4);
    private static final int PEOPLE = 36;
    private static final int STATEMENTS = 360;
    private static final List<String> SAID =
            List.of(
                    "{\"answers\":{\"marketing\":true}}",
                    "{\"answers\":{\"marketing\":false,\"experience\":true}}",
                    "{\"answers\":{\"measurement\":true,\"experience\":false},\"givenAt\":\"2026-01-02T03:04:05Z\"}",
                    "{\"answers\":{\"marketing\":true,\"measurement\":false},\"notice\":{\"id\":\"banner\",\"version\":\"3\",\"language\":\"en\"}}");

    TestStack stack;
    @Inject MasterKey master;
    @Inject SigningKey signing;

    private final long seed = Long.getLong("tact.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Connection connection;

    @BeforeEach
    void connectAsSuperuser() throws SQLException {
        System.out.println("AuditTest: -Dtact.seed=" + seed);
        connection = DriverManager.getConnection(stack.jdbcUrl(), "postgres", "test-superuser");
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        if (!isRecorded()) {
            record(STATEMENTS / 2);
            for (String table : Victim.TABLES) {
                execute("create table dump_%s as table %s".formatted(table, table));
            }
            record(STATEMENTS / 2);
        }
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void everyAttackIsFoundAndItsFirstBadIndexNamed() throws SQLException {
        DatabaseAudit audit = audit(newest());
        List<Attack> attacks = Attack.all(signing);
        var missed = new ArrayList<String>();
        long began = System.nanoTime();

        for (int i = 0; i < ATTACKS; i++) {
            Attack attack = attacks.get(i % attacks.size());
            Expected expected = attack.strike().on(Victim.of(connection, random));
            AuditReport report = audit.of(connection);
            connection.rollback();
            if (report.isClean() || !expected.isMetBy(report.firstBadIndex())) {
                missed.add(
                        attack.name()
                                + ": expected "
                                + expected
                                + ", found "
                                + report.firstBadIndex()
                                + " in "
                                + report.findings().stream().limit(5).toList());
            }
        }

        System.out.printf(
                "AuditTest: %d of %d attacks of %d kinds found and placed, on %d entries, in %d ms%n",
                ATTACKS - missed.size(),
                ATTACKS,
                attacks.size(),
                newest().size(),
                (System.nanoTime() - began) / 1_000_000);
        assertThat(missed).isEmpty();
    }

    @Test
    void untouchedDatabaseGivesNoFalseAlarm() throws SQLException {
        for (int run = 0; run < CLEAN_RUNS; run++) {
            Victim victim = new Victim(connection, random);
            TreeHead saved = run == 0 ? newest() : head(victim.anyCheckpoint());

            AuditReport report = audit(saved).of(connection);

            assertThat(report.findings()).isEmpty();
            assertThat(report.entries()).isEqualTo(victim.size());
            assertThat(report.remarks()).isEmpty();
        }
        System.out.println("AuditTest: " + CLEAN_RUNS + " clean runs, no false alarm");
    }

    @Test
    void rehashedForgeryWithAStolenKeyIsCaughtByTheSavedCheckpointAlone() throws SQLException {
        TreeHead saved = newest();
        Victim victim = Victim.of(connection, random);
        victim.change(
                "update ledger_entry l set leaf = other.leaf from ledger_entry other where l.index = 7 and other.index = 8");
        new Forger(victim).forgeTree(signing);

        var withoutMaster = new DatabaseAudit(signing.verifierKey(), saved, Optional.empty());
        AuditReport report = withoutMaster.of(connection);

        assertThat(report.findings())
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.expected())
                                        .contains(saved.root().toString(), "saved checkpoint"));
        var sinceTheForgery =
                new DatabaseAudit(signing.verifierKey(), head(saved.size()), Optional.empty());
        assertThat(sinceTheForgery.of(connection).isClean()).isTrue();
    }

    @Test
    void withoutTheMasterKeyTheTreeIsStillChecked() throws SQLException {
        var withoutMaster = new DatabaseAudit(signing.verifierKey(), newest(), Optional.empty());
        assertThat(withoutMaster.of(connection).isClean()).isTrue();
        Victim victim = Victim.of(connection, random);
        long index = victim.anyIndex();
        victim.change("delete from consent_entry where id = ?", victim.entryAt(index));

        assertThat(withoutMaster.of(connection).firstBadIndex()).hasValue(index);
    }

    @Test
    void erasedPersonIsNoFindingUnlessTheKeyIsStillThere() throws SQLException {
        TreeHead saved = newest();
        Victim victim = Victim.of(connection, random);
        UUID person = victim.anyPerson();
        long first = victim.firstOf(person);
        victim.change(
                "insert into ledger_entry (index, leaf) values (?, ?)",
                saved.size(),
                new Erased(Instant.EPOCH, Optional.empty(), indexes(person)).toBytes());
        new Forger(victim).forgeTree(signing);
        victim.change("delete from consent_state where pseudonym = ?", person);

        AuditReport halfWay = audit(saved).of(connection);
        victim.change("delete from person_key where pseudonym = ?", person);
        AuditReport erased = audit(saved).of(connection);

        assertThat(halfWay.firstBadIndex()).hasValue(first);
        assertThat(erased.findings()).isEmpty();
    }

    @Test
    void erasureCountsBeforeItsLeafHasAnIndexIfThisServiceSealedIt() throws SQLException {
        Victim victim = Victim.of(connection, random);
        UUID person = victim.anyPerson();
        long first = victim.firstOf(person);
        var leaf = new Erased(Instant.EPOCH, Optional.empty(), indexes(person));
        victim.change("delete from consent_state where pseudonym = ?", person);
        victim.change("delete from person_key where pseudonym = ?", person);

        AuditReport withoutALeaf = audit(newest()).of(connection);
        wait(victim, SealedLeaf.of(leaf, master));
        AuditReport waiting = audit(newest()).of(connection);
        victim.change("delete from leaf_waiting");
        wait(victim, new SealedLeaf(leaf.toBytes(), new byte[32]));
        AuditReport forged = audit(newest()).of(connection);

        assertThat(withoutALeaf.firstBadIndex()).hasValue(first);
        assertThat(waiting.findings()).isEmpty();
        assertThat(forged.firstBadIndex()).hasValue(first);
        assertThat(forged.findings())
                .anyMatch(finding -> finding.toString().contains("leaf_waiting"));
    }

    private static void wait(Victim victim, SealedLeaf leaf) throws SQLException {
        victim.change(
                "insert into leaf_waiting (leaf, seal) values (?, ?)", leaf.leaf(), leaf.seal());
    }

    @Test
    void entryThatWaitsForLongIsWorthALook() throws SQLException {
        Victim victim = Victim.of(connection, random);
        victim.change(
                "update ledger_checkpoint set signed_at = signed_at + interval '1 hour' where size = ?",
                newest().size());
        victim.change(
                "insert into entry_waiting (entry_id) values (?)",
                victim.entryAt(newest().size() - 1));

        assertThat(audit(newest()).of(connection).remarks())
                .singleElement()
                .asString()
                .contains("waits since");
    }

    private DatabaseAudit audit(TreeHead saved) {
        return new DatabaseAudit(signing.verifierKey(), saved, Optional.of(master));
    }

    private TreeHead newest() throws SQLException {
        return head(
                new Victim(connection, random).number("select max(size) from ledger_checkpoint"));
    }

    private TreeHead head(long size) throws SQLException {
        String note =
                new Victim(connection, random)
                        .one(
                                String.class,
                                "select note from ledger_checkpoint where size = ?",
                                size);
        return Checkpoint.open(
                        note.getBytes(UTF_8),
                        signing.verifierKey().id().name(),
                        List.of(signing.verifierKey()))
                .orElseThrow()
                .head();
    }

    private List<Long> indexes(UUID person) throws SQLException {
        var indexes = new ArrayList<Long>();
        try (var statement =
                connection.prepareStatement(
                        "select index from ledger_entry l join consent_entry e on e.id = l.entry_id where pseudonym = ? order by index")) {
            statement.setObject(1, person);
            var rows = statement.executeQuery();
            while (rows.next()) {
                indexes.add(rows.getLong(1));
            }
        }
        return indexes;
    }

    private boolean isRecorded() throws SQLException {
        return new Victim(connection, random)
                .one(Boolean.class, "select to_regclass('dump_consent_state') is not null");
    }

    /** Everybody at least once in each half, and until all of it is signed. */
    private void record(int statements) {
        for (int i = 0; i < statements; i++) {
            var said =
                    given().auth()
                            .oauth2(stack.tokens().customer("customer-" + i % PEOPLE))
                            .contentType("application/json")
                            .body(SAID.get(random.nextInt(SAID.size())));
            (i % 7 == 0 ? said.header("Sec-GPC", "1") : said)
                    .post("/v1/me/consents")
                    .then()
                    .statusCode(200);
        }
        Eventually.holds("that everything is signed", this::isSigned);
    }

    private boolean isSigned() {
        try {
            return new Victim(connection, random)
                            .number(
                                    "select (select count(*) from consent_entry) - (select max(size) from ledger_checkpoint)")
                    == 0;
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void execute(String sql) throws SQLException {
        new Victim(connection, random).execute(sql);
    }
}
