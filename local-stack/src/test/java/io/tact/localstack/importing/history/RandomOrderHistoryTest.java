package io.tact.localstack.importing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written, shuffled and strewn with rubbish, is read back line by line. */
class RandomOrderHistoryTest {
    private static final String[] PIECES = {
        "BOX", " ", ",", ";", "\t", "\"", "\"\"", "7\" ", "É", "\n", "'"
    };

    private static final LineRules RULES = new LineRules(code -> true, Instant.MAX);

    @TempDir Path folder = Path.of("");

    @RepeatedTest(40)
    void nothingGoodIsLostAndNothingIsDoubled() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        char delimiter = "\t,;".charAt(random.nextInt(3));
        String end = random.nextBoolean() ? "\n" : "\r\n";
        List<OrderLine> written = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        int rubbish = 0;
        for (int line = 0; line < 300; line++) {
            OrderLine order = line(random);
            written.add(order);
            rows.add(row(order, delimiter, random));
            if (random.nextInt(10) == 0) {
                rows.add("rubbish");
                rubbish++;
            }
        }
        Collections.shuffle(rows, random);
        String header =
                String.join(
                        "" + delimiter,
                        "InvoiceNo",
                        "StockCode",
                        "Description",
                        "Quantity",
                        "InvoiceDate",
                        "UnitPrice",
                        "CustomerID");
        Path file =
                Files.writeString(
                        folder.resolve("orders"),
                        header + end + String.join(end, rows) + (random.nextBoolean() ? end : ""));

        Survey survey = Survey.of(file, RULES, bytes -> {});
        List<OrderLine> read = new ArrayList<>();
        try (Invoices invoices = new Invoices(file, RULES, survey)) {
            for (Invoice invoice = invoices.next(); invoice != null; invoice = invoices.next()) {
                String number = invoice.number();
                assertThat(read)
                        .as("seed %d", seed)
                        .noneMatch(line -> line.invoice().equals(number));
                read.addAll(invoice.lines());
            }
        }

        assertThat(survey.tally().firstBad())
                .as("seed %d", seed)
                .allMatch(bad -> bad.endsWith("1 columns instead of 7"));
        assertThat(survey.tally().bad()).as("seed %d", seed).isEqualTo(rubbish);
        assertThat(read).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(written);
    }

    private static OrderLine line(Random random) {
        StringBuilder description = new StringBuilder();
        for (int piece = random.nextInt(6); piece > 0; piece--) {
            description.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return new OrderLine(
                "" + (536365 + random.nextInt(60)),
                "P" + random.nextInt(50),
                description.toString().strip(),
                1 + random.nextInt(50),
                Instant.ofEpochSecond(1_291_192_000L + 60L * random.nextInt(500_000)),
                BigDecimal.valueOf(1 + random.nextInt(5_000), 2),
                random.nextInt(4) == 0 ? "" : "" + random.nextInt(100));
    }

    private static String row(OrderLine line, char delimiter, Random random) {
        return String.join(
                "" + delimiter,
                written(line.invoice(), delimiter, random),
                written(line.stockCode(), delimiter, random),
                written(line.description(), delimiter, random),
                "" + line.quantity(),
                line.at().toString(),
                line.price().toPlainString(),
                written(line.customer(), delimiter, random));
    }

    /** With quotes where RFC 4180 wants them, and at times where it need not. */
    private static String written(String text, char delimiter, Random random) {
        boolean needed = text.indexOf(delimiter) >= 0 || text.contains("\"") || text.contains("\n");
        return needed || random.nextInt(4) == 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
