package io.tact.proof.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What is started by {@code java -jar}. */
public final class LedgerProof {
    private static final String USAGE =
            """
            ledger-proof verify <bundle.json> --key <key>
                Checks evidence, with the network off, and says what it proves.
            ledger-proof bundle <proof.json> --ledger <url> --key <key>
                Adds the proofs from the ledger's public tiles, and writes the bundle to standard output.
            ledger-proof verify --db <jdbc url> [--user <name>] [--password-env <variable>] --key <key>
                                --since <checkpoint file> [--master-key <file>]
                Checks a whole database against a checkpoint that was saved outside of it.

            <key> is the ledger's verifier key, name+hash+base64, or @ and a file with it.
            """;

    private LedgerProof() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /**
     * As from the shell, without leaving the JVM.
     *
     * @return 0 if all of it holds, 1 if not or if it could not be told, 2 for wrong usage
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return run(Arguments.parse(arguments), out);
        } catch (WrongUsage wrong) {
            err.println(wrong.getMessage());
            err.println();
            err.print(USAGE);
            return 2;
        } catch (NotProved refused) {
            err.println("NOT PROVED: " + refused.getMessage());
            return 1;
        } catch (IOException | SQLException unreadable) {
            err.println("COULD NOT BE CHECKED: " + unreadable.getMessage());
            return 1;
        }
    }

    private static int run(Arguments arguments, PrintStream out) throws IOException, SQLException {
        return switch (arguments.command()) {
            case "bundle" -> MakeBundle.run(arguments, out);
            case "verify" ->
                    arguments.has("db")
                            ? VerifyDatabase.run(arguments, out)
                            : VerifyBundle.run(arguments, out);
            default -> throw new WrongUsage("There is no command '" + arguments.command() + "'.");
        };
    }
}
