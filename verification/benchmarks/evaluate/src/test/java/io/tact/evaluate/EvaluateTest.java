package io.tact.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that can be worked out by hand. */
@SuppressWarnings("NullAway.Init")
class EvaluateTest {
    private static final String SESSIONS =
            """
            SessionId\tItemId\tTime
            1\ta\t10.0
            1\tb\t20.0
            2\ta\t30.0
            2\tb\t40.0
            3\ta\t50.0
            3\tc\t60.0""";
    private static final String INVOICES =
            """
            InvoiceNo\tStockCode\tDescription\tQuantity\tInvoiceDate\tUnitPrice
            1\tcoat\tCOAT\t1\t2026-01-01T10:00:00\t90
            1\tjacket\tJACKET\t1\t2026-01-01T10:00:00\t90
            1\tgloves\tGLOVES\t1\t2026-01-01T10:00:00\t9
            2\tcoat\tCOAT\t1\t2026-01-02T10:00:00\t90
            2\tjacket\tJACKET\t1\t2026-01-02T10:00:00\t90
            3\tcoat\tCOAT\t1\t2026-01-03T10:00:00\t90
            3\tpostage\tPOSTAGE\t1\t2026-01-03T10:00:00\t9
            3\that\tHAT\t0\t2026-01-03T10:00:00\t9
            C4\that\tHAT\t-1\t2026-01-04T10:00:00\t9
            """;
    private static final String KINDS =
            """
            StockCode\tKind
            coat\tcoat
            jacket\tcoat
            gloves\tgloves
            hat\that
            """;

    @TempDir Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void ranksTheNextItemAmongThoseOfOthers() throws IOException {
        Path train = file("train.tsv", SESSIONS);
        Path test =
                file("test.tsv", "ItemId\tSessionId\tTime\nc\t9\t110\na\t9\t100\nunknown\t9\t120");

        Results all = run("sessions", "--train", train, "--test", test);

        Measured popularity = all.of("popularity");
        assertThat(popularity.sums().queries()).isOne();
        assertThat(popularity.sums().hitRate()).isEqualTo(1);
        assertThat(popularity.sums().meanReciprocalRank()).isEqualTo(0.5);
        assertThat(popularity.sums().meanGain()).isCloseTo(Math.log(2) / Math.log(3), within(1e-9));
        assertThat(popularity.coverage()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(popularity.popularity()).isCloseTo((2 / 3.0 + 1 / 3.0) / 2, within(1e-9));
        assertThat(all.of("sequential rules").sums().meanReciprocalRank()).isEqualTo(0.5);
        assertThat(all.of("neighbours").sums().hitRate()).isEqualTo(1);
        assertThat(text()).contains("An item seen earlier may be recommended again");
    }

    @Test
    void baselinesNameEachItemOnce() throws IOException {
        Path train = file("train.tsv", SESSIONS);
        Path lists = folder.resolve("lists.tsv");

        run("sessions", "--train", train, "--test", train, "--lists", lists);

        List<String> rows = Files.readAllLines(lists);
        assertThat(rows.get(0)).isEqualTo("list\tquery\trank\titem\tscore\treason");
        assertThat(rows)
                .contains("sequential rules\ta\t1\tb\t2.00000\tsequential rules")
                .noneMatch(row -> row.matches("[^\t]+\t([^\t]+)\t\\d+\t\\1\t.*"));
    }

    @Test
    void hitsAreOfAnotherKind() throws IOException {
        Path train = packed("train.tsv.gz", INVOICES);
        Path kinds = file("kinds.tsv", KINDS);
        Path test =
                file(
                        "test.tsv",
                        """
                        InvoiceNo\tStockCode\tQuantity\tInvoiceDate\tUnitPrice
                        9\tcoat\t1\t2026-02-01T10:00:00\t90
                        9\tjacket\t1\t2026-02-01T10:00:00\t90
                        9\tgloves\t1\t2026-02-01T10:00:00\t9
                        """);

        Results all = run("baskets", "--train", train, "--kinds", kinds, "--test", test);

        Measured raw = all.of("co-purchase, raw");
        // gloves beside a coat come after the jacket, beside a jacket after the coat
        assertThat(raw.sums().queries()).isEqualTo(3);
        assertThat(raw.sums().meanReciprocalRank()).isCloseTo((0.5 + 0.5 + 1) / 3, within(1e-9));
        assertThat(raw.sums().alikeShare()).isCloseTo(2 / 6.0, within(1e-9));
        assertThat(raw.sums().fillRate()).isCloseTo(6 / 30.0, within(1e-9));
        Measured others = all.of("co-purchase, other kinds");
        assertThat(others.sums().meanReciprocalRank()).isEqualTo(1);
        assertThat(others.sums().alikeShare()).isZero();
        assertThat(all.of("popularity").coverage()).isEqualTo(1);
        assertThat(all.of("complements, strict").sums().fillRate())
                .as("three baskets prove nothing")
                .isZero();
    }

    @Test
    void lastTenthOfTheInvoicesIsAskedWithWhereNoOtherFileIsGiven() throws IOException {
        var invoices =
                new StringBuilder("InvoiceNo\tStockCode\tQuantity\tInvoiceDate\tUnitPrice\n");
        for (int number = 10; number < 30; number++) {
            for (String item : List.of("coat", "gloves")) {
                invoices.append(
                        "%d\t%s\t1\t2026-01-%dT10:00:00\t9\n".formatted(number, item, number));
            }
        }
        Path train = file("train.tsv", invoices.toString());

        Results all = run("baskets", "--train", train, "--kinds", file("kinds.tsv", KINDS));

        assertThat(all.of("popularity").sums().queries()).isEqualTo(4);
        assertThat(text()).contains("18 baskets").contains("asked with 2 of 2 to 60 items");
    }

    @Test
    void intervalIsDrawnBySeedAndHoldsTheValue() throws IOException {
        Path train = file("train.tsv", SESSIONS);
        Path test = file("test.tsv", SESSIONS.replace("3\tc", "3\tb") + "\n4\ta\t70\n4\tc\t80");

        Results all = run("sessions", "--train", train, "--test", test, "--seed", "7");

        var interval = all.of("popularity").interval(Measured.Sums::meanReciprocalRank);
        assertThat(interval.value()).isEqualTo(0.875);
        assertThat(interval.low()).isBetween(0.5, 0.875);
        assertThat(interval.high()).isEqualTo(1);
        assertThat(all.of("popularity").interval(Measured.Sums::meanReciprocalRank))
                .isEqualTo(interval);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path good = file("good.tsv", SESSIONS);
        Path without = file("without.tsv", "SessionId\tTime\n1\t10");
        Path bad = file("bad.tsv", SESSIONS + "\n4\ta\tyesterday");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("sessions", "--train", without, "--test", good))
                .withMessageContaining("without.tsv has no column ItemId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("sessions", "--train", bad, "--test", good))
                .withMessageContaining("bad.tsv, line 8")
                .withMessageContaining("yesterday");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("sessions", "--train", good))
                .withMessageContaining("--test is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("sessions", "--train", good, "--best", "1"))
                .withMessageContaining("--best");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> run("baskets", "--train", folder.resolve("none"), "--kinds", good))
                .withMessageContaining("There is no");
    }

    private Results run(Object... arguments) throws IOException {
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return Results.run(out, arguments);
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path packed(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
