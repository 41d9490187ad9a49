package io.tact.localstack.importing.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderHistoryTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Predicate<String> ALL = code -> true;

    @TempDir Path folder = Path.of("");

    @Test
    void aLineIsReadWithAllItSays() throws IOException {
        Path file =
                file(
                        HEADER
                                + "536365,85123A,WHITE HOLDER,6,2010-12-01T08:26:00,2.55,17850,United Kingdom\n");

        assertThat(lines(file))
                .containsExactly(
                        new OrderLine(
                                "536365",
                                "85123A",
                                "WHITE HOLDER",
                                6,
                                Instant.parse("2010-12-01T08:26:00Z"),
                                new BigDecimal("2.55"),
                                "17850"));
    }

    @Test
    void theLastLineCountsWithoutItsEnd() throws IOException {
        Path file =
                file(
                        HEADER
                                + "1,A,a,1,2010-12-01T08:26:00,1,9,UK\n2,B,b,2,2010-12-01T08:27:00,2,,UK");

        assertThat(lines(file)).extracting(OrderLine::stockCode).containsExactly("A", "B");
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        Path file =
                file(
                        "\uFEFFCountry;Price;Customer ID;Note;Quantity;StockCode;Invoice;InvoiceDate;Description\r\n"
                                + "UK;2,55;17850.0;x;6.0;85123A;536365;2010-12-01 08:26:00;HOLDER\r\n");

        assertThat(lines(file))
                .containsExactly(
                        new OrderLine(
                                "536365",
                                "85123A",
                                "HOLDER",
                                6,
                                Instant.parse("2010-12-01T08:26:00Z"),
                                new BigDecimal("2.55"),
                                "17850"));
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineEnds() throws IOException {
        Path file =
                file(
                        HEADER
                                + "1,A,\"BOX, \"\"RED\"\"\r\nWITH LID\",1,2010-12-01T08:26:00,1.5,9,UK\r\n"
                                + "\"2\",\"B\",\"\",\"1\",\"2010-12-01T08:27:00\",\"1\",\"\",\"UK\"\r\n");

        assertThat(lines(file))
                .extracting(OrderLine::description)
                .containsExactly("BOX, \"RED\"\nWITH LID", "");
    }

    @Test
    void anInchMarkIsNoQuote() throws IOException {
        Path file =
                file(
                        HEADER.replace(',', '\t')
                                + "1\tA\tRECORD FRAME 7\" SINGLE\t1\t2010-12-01T08:26:00\t1\t9\tUK\n"
                                + "1\tB\t\"LEIS\" FLOWER\t1\t2010-12-01T08:26:00\t1\t9\tUK\n"
                                + "1\tC\t\"LEIS FLOWER\t1\t2010-12-01T08:26:00\t1\t9\tUK\n"
                                + "1\tD\tPLAIN\t1\t2010-12-01T08:26:00\t1\t9\tUK\n"
                                + "1\tE\t\"QUOTED\"\t1\t2010-12-01T08:26:00\t1\t9\tUK\n"
                                + "1\tF\t\"LAST\t1\t2010-12-01T08:26:00\t1\t9\tUK");

        assertThat(lines(file))
                .extracting(OrderLine::description)
                .containsExactly(
                        "RECORD FRAME 7\" SINGLE",
                        "\"LEIS\" FLOWER",
                        "\"LEIS FLOWER",
                        "PLAIN",
                        "QUOTED",
                        "\"LAST");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsNoOtherLine() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int line = 0; line < 40; line++) {
            text.append(
                    "%d,P%d,%s,1,2010-12-01T08:26:00,1,9,UK\n"
                            .formatted(line, line, line == 3 ? "\"OPEN" : "BOX"));
        }

        assertThat(lines(file(text.toString()))).hasSize(40);
    }

    @Test
    void linesThatAreNotUtf8AreTakenAsLatin1() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, HEADER.getBytes(UTF_8));
        append(file, "1,A,CAFÉ £5 – TIN,1,2010-12-01T08:26:00,1,9,UK\n", UTF_8);
        append(file, "1,B,CAFÉ £5 TIN,1,2010-12-01T08:26:00,1,9,UK\n", StandardCharsets.ISO_8859_1);

        assertThat(lines(file))
                .extracting(OrderLine::description)
                .containsExactly("CAFÉ £5 – TIN", "CAFÉ £5 TIN");
    }

    @Test
    void gzipIsRecognisedByItsContent() throws IOException {
        Path file = folder.resolve("orders.tsv");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write((HEADER + "1,A,a,1,2010-12-01T08:26:00,1,9,UK").getBytes(UTF_8));
        }

        assertThat(lines(file)).hasSize(1);
    }

    @Test
    void aTruncatedGzipIsNoShortFile() throws IOException {
        Path file = folder.resolve("orders.tsv.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(
                    (HEADER + "1,A,a,1,2010-12-01T08:26:00,1,9,UK\n").repeat(1000).getBytes(UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> survey(file, ALL)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01T08:26:00,2010-12-01T08:26:00Z",
        "2010-12-01 08:26:00,2010-12-01T08:26:00Z",
        "2010-12-01 08:26,2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00.000,2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00.123456,2010-12-01T08:26:00.123456Z",
        "2010-12-01T08:26:00+01:00,2010-12-01T07:26:00Z",
        "2010-12-01T08:26:00Z,2010-12-01T08:26:00Z",
        "12/1/2010 8:26,2010-12-01T08:26:00Z",
        "12/31/2010 18:06:07,2010-12-31T18:06:07Z",
        "12/1/10 8:26,2010-12-01T08:26:00Z",
    })
    void datesAreReadInEveryUsualForm(String written, Instant meant) {
        assertThat(new InvoiceDates().parse(written)).isEqualTo(meant);
    }

    @Test
    void whatIsNoSaleIsSkippedWithItsReason() throws IOException {
        Path file =
                file(
                        HEADER
                                + "C1,A,a,-1,2010-12-01T08:26:00,1,9,UK\n"
                                + "2,A,a,0,2010-12-01T08:26:00,1,9,UK\n"
                                + "3,A,a,-4,2010-12-01T08:26:00,0,9,UK\n"
                                + "4,A,a,1,2010-12-01T08:26:00,0,9,UK\n"
                                + "A5,A,a,1,2010-12-01T08:26:00,-11062.06,9,UK\n"
                                + "6,POST,a,1,2010-12-01T08:26:00,18,9,UK\n"
                                + "7,A,a,1,2010-12-01T08:26:00,1,9,UK\n");

        Survey survey = survey(file, code -> !code.equals("POST"));

        assertThat(survey.tally().lines()).isEqualTo(7);
        assertThat(survey.tally().invoices()).isEqualTo(7);
        assertThat(survey.tally().bought()).isEqualTo(1);
        assertThat(survey.tally().bad()).isZero();
        assertThat(survey.tally().skipped(Reading.Reason.CANCELLED)).isEqualTo(1);
        assertThat(survey.tally().skipped(Reading.Reason.NOTHING_BOUGHT)).isEqualTo(2);
        assertThat(survey.tally().skipped(Reading.Reason.NO_PRICE)).isEqualTo(2);
        assertThat(survey.tally().skipped(Reading.Reason.NO_PRODUCT)).isEqualTo(1);
        assertThat(survey.linesOfInvoice()).containsOnlyKeys("7");
    }

    @Test
    void badLinesAreCountedAndTheFirstTenNamed() throws IOException {
        String good = "7,A,a,1,2010-12-01T08:26:00,1,9,UK\n";
        Path file =
                file(
                        HEADER
                                + good
                                + "1,A,a,1,2010-12-01T08:26:00,1,9\n"
                                + "\n"
                                + "1,A,a,1,2010-12-01T08:26:00,1,9,UK,x\n"
                                + "1,A,a,six,2010-12-01T08:26:00,1,9,UK\n"
                                + "1,A,a,1,yesterday,1,9,UK\n"
                                + "1,A,a,1,2010-13-01T08:26:00,1,9,UK\n"
                                + "1,A,a,1,2010-12-01T08:26:00,1e9,9,UK\n"
                                + "1,A,a,1,2010-12-01T08:26:00,\"1,234\",9,UK\n"
                                + ",A,a,1,2010-12-01T08:26:00,1,9,UK\n"
                                + "1,,a,1,2010-12-01T08:26:00,1,9,UK\n"
                                + "1,A,a,99999999999,2010-12-01T08:26:00,1,9,UK\n"
                                + "nonsense\n".repeat(5)
                                + good);

        Tally tally = survey(file, ALL).tally();

        assertThat(tally.lines()).isEqualTo(17);
        assertThat(tally.bought()).isEqualTo(2);
        assertThat(tally.bad()).isEqualTo(15);
        assertThat(tally.firstBad())
                .startsWith(
                        "line 3: 7 columns instead of 8",
                        "line 5: 9 columns instead of 8",
                        "line 6: quantity is no whole number: six",
                        "line 7: date cannot be read: yesterday",
                        "line 8: date cannot be read: 2010-13-01T08:26:00",
                        "line 9: price is no number: 1e9",
                        "line 10: price is no number: 1,234",
                        "line 11: no invoice",
                        "line 12: no stock code",
                        "line 13: quantity is no whole number: 99999999999")
                .hasSize(10);
    }

    @Test
    void whatNoServiceWouldTakeIsBad() throws IOException {
        Path file =
                file(
                        HEADER
                                + "1,A,a,1,2026-03-01T09:00:01,1,9,UK\n"
                                + "1,A,a\0,1,2010-12-01T08:26:00,1,9,UK\n"
                                + "%s,A,a,1,2010-12-01T08:26:00,1,9,UK\n".formatted("1".repeat(101))
                                + "1,A,%s,1,2026-03-01T09:00:00,1,9,UK\n"
                                        .formatted("a".repeat(5000)));

        Tally tally = survey(file, ALL).tally();

        assertThat(tally.firstBad())
                .containsExactly(
                        "line 2: date lies in the future: 2026-03-01T09:00:01",
                        "line 3: a zero byte",
                        "line 4: invoice is longer than 100 characters");
        assertThat(tally.bought()).isEqualTo(1);
    }

    @Test
    void theLinesOfAnInvoiceMayLieAnywhere() throws IOException {
        Path file =
                file(
                        HEADER
                                + "1,A,a,1,2010-12-01T08:28:00,1,,UK\n"
                                + "2,B,b,1,2010-12-01T08:27:00,1,8,UK\n"
                                + "1,POST,a,1,2010-12-01T08:20:00,1,9,UK\n"
                                + "3,A,a,1,2010-12-01T08:27:00,1,,UK\n"
                                + "2,A,a,1,2010-12-01T08:27:00,1,8,UK\n"
                                + "1,B,b,1,2010-12-01T08:26:00,1,9,UK\n");

        List<Invoice> invoices = invoices(file, code -> !code.equals("POST"));

        assertThat(invoices).extracting(Invoice::number).containsExactly("3", "2", "1");
        assertThat(invoices).extracting(Invoice::customer).containsExactly("", "8", "9");
        assertThat(invoices.get(2).lines())
                .extracting(OrderLine::stockCode)
                .containsExactly("A", "B");
        assertThat(invoices.get(2).at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void aProductHasItsUsualDescriptionAndItsMedianPrice() throws IOException {
        Path file =
                file(
                        HEADER
                                + "1,A,OLD NAME,1,2010-12-01T08:26:00,1,9,UK\n"
                                + "2,A,NAME,1,2010-12-01T08:26:00,2.0,9,UK\n"
                                + "3,A,NAME,1,2010-12-01T08:26:00,2.00,9,UK\n"
                                + "4,A,,1,2010-12-01T08:26:00,100,9,UK\n"
                                + "5,a,OTHER CASE,1,2010-12-01T08:26:00,7,9,UK\n");

        assertThat(survey(file, ALL).products())
                .containsExactly(
                        new SoldProduct("A", "NAME", new BigDecimal("2.0")),
                        new SoldProduct("a", "OTHER CASE", new BigDecimal("7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty.",
                "'Quantity,StockCode,UnitPrice'|Not found: [invoiceno, description, invoicedate, customerid]",
                "'<html>'|must name the columns",
            })
    void aFileWithoutTheColumnsIsRefusedWithWhatIsMissing(String text, String message)
            throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> survey(file, ALL))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(message);
    }

    @Test
    void kindsKeepTheCaseOfTheirCodes() throws IOException {
        Path file =
                file(
                        "StockCode\tKind\tDescription\r\n85123A\tt-light holder\tX\r\n85123a\tcandle\tY\r\n");

        KindTable kinds = KindTable.read(file);

        assertThat(kinds.kind("85123A")).isEqualTo("t-light holder");
        assertThat(kinds.kind("85123a")).isEqualTo("candle");
        assertThat(kinds.has("POST")).isFalse();
    }

    private static List<OrderLine> lines(Path file) throws IOException {
        List<OrderLine> lines = new ArrayList<>();
        try (OrderLines all = new OrderLines(file, rules(ALL))) {
            for (Reading reading = all.next(); reading != null; reading = all.next()) {
                assertThat(reading).isInstanceOf(Reading.Bought.class);
                lines.add(((Reading.Bought) reading).line());
            }
        }
        return lines;
    }

    private static LineRules rules(Predicate<String> isProduct) {
        return new LineRules(isProduct, NOW);
    }

    private static Survey survey(Path file, Predicate<String> isProduct) throws IOException {
        return Survey.of(file, rules(isProduct), bytes -> {});
    }

    private static List<Invoice> invoices(Path file, Predicate<String> isProduct)
            throws IOException {
        List<Invoice> all = new ArrayList<>();
        try (Invoices invoices = new Invoices(file, rules(isProduct), survey(file, isProduct))) {
            for (Invoice invoice = invoices.next(); invoice != null; invoice = invoices.next()) {
                all.add(invoice);
            }
        }
        return all;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }

    private static void append(Path file, String text, Charset charset) throws IOException {
        Files.write(file, text.getBytes(charset), java.nio.file.StandardOpenOption.APPEND);
    }
}
