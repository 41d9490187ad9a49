package io.tact.proof.command;

import static io.tact.proof.command.NotProved.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import io.tact.proof.audit.AuditReport;
import io.tact.proof.audit.DatabaseAudit;
import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.VerifierKey;
import io.tact.proof.sealing.MasterKey;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Checks a whole database; it reads, and writes nothing. */
final class VerifyDatabase {
    private static final int MOST_SHOWN = 20;

    private VerifyDatabase() {}

    static int run(Arguments arguments, PrintStream out) throws IOException, SQLException {
        arguments.require(0, Set.of("db", "user", "password-env", "key", "since", "master-key"));
        VerifierKey key = arguments.key();
        byte[] note = Arguments.read(arguments.get("since")).getBytes(UTF_8);
        Checkpoint saved = require(Checkpoint.open(note, key.id().name(), List.of(key)));
        Optional<MasterKey> master = master(arguments);
        try (Connection connection = open(arguments)) {
            AuditReport report = new DatabaseAudit(key, saved.head(), master).of(connection);
            out.print(inWords(report, saved, master.isPresent()));
            return report.isClean() ? 0 : 1;
        }
    }

    /** One snapshot, and by parts: a ledger does not fit into memory. */
    private static Connection open(Arguments arguments) throws SQLException {
        var settings = new Properties();
        arguments.find("user").ifPresent(user -> settings.setProperty("user", user));
        arguments
                .find("password-env")
                .ifPresent(name -> settings.setProperty("password", password(name)));
        Connection connection = DriverManager.getConnection(arguments.get("db"), settings);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private static String password(String variable) {
        String password = System.getenv(variable);
        if (password == null) {
            throw new WrongUsage("--password-env: there is no variable " + variable + ".");
        }
        return password;
    }

    private static Optional<MasterKey> master(Arguments arguments) throws IOException {
        if (!arguments.has("master-key")) {
            return Optional.empty();
        }
        String file = arguments.get("master-key");
        if (CanonicalBase64.decode(Arguments.read(file).strip())
                        instanceof Checked.Valid<byte[]> secret
                && secret.value().length == MasterKey.BYTES) {
            return Optional.of(new MasterKey(secret.value(), new SecureRandom()));
        }
        throw new WrongUsage(
                "--master-key: %s does not hold %d bytes in base64."
                        .formatted(file, MasterKey.BYTES));
    }

    private static String inWords(AuditReport report, Checkpoint saved, boolean opened) {
        var words = new StringBuilder();
        if (report.isClean()) {
            words.append(
                    """
                    HOLDS: %d entries of the ledger %s, with all tiles and checkpoints, are one tree that extends the saved checkpoint of %d.
                    %s
                    NOT PROVED by this: that the clock and the people were as they are recorded, and that the signer shows everybody the same tree.
                    """
                            .formatted(
                                    report.entries(),
                                    saved.origin(),
                                    saved.head().size(),
                                    opened
                                            ? "Every entry was opened and is what its leaf commits to; mapping and served state are what the entries say."
                                            : "Bodies, mapping and served state were not opened: that needs --master-key."));
        } else {
            words.append(
                    report.firstBadIndex().isPresent()
                            ? "FIRST BAD INDEX: " + report.firstBadIndex().getAsLong() + "\n"
                            : "DOES NOT HOLD. No single index can be named; the findings say what is wrong.\n");
            words.append(report.total()).append(" findings in ").append(report.entries());
            words.append(" entries:\n");
            report.findings().stream()
                    .limit(MOST_SHOWN)
                    .forEach(finding -> words.append("- ").append(finding).append('\n'));
        }
        report.remarks().forEach(remark -> words.append("Note: ").append(remark).append('\n'));
        return words.toString();
    }
}
