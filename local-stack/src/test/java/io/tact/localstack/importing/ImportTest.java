package io.tact.localstack.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.localstack.importing.sending.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Patience QUICK =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(20));

    @TempDir Path folder = Path.of("");
    private Instant clock = NOW;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void anOrderHistoryArrivesWholeAndOnceThroughFailures() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= 21_201; line++) {
            String invoice = line <= 1201 ? "BIG" : "" + random.nextInt(1500);
            String customer = line % 3 == 0 ? "" : "77";
            lines.add(
                    "%s,P%d,\"THING, %d\",%d,12/1/2010 8:26,1.25,%s,UK"
                            .formatted(invoice, line % 50, line, line, customer));
        }
        Collections.shuffle(lines, random);
        Path data =
                Files.writeString(
                        folder.resolve("orders.csv"),
                        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                                + String.join("\n", lines));
        try (FakeSuite suite = new FakeSuite(seed, 30)) {
            int exit =
                    run(
                            "--suite",
                            suite.writeSuiteJson(folder).toString(),
                            "--data",
                            data.toString());

            assertThat(exit).as("seed %d, %s", seed, shown).isZero();
            List<String> quantities =
                    suite.events().values().stream()
                            .flatMap(
                                    event ->
                                            event
                                                    .at("/properties/products")
                                                    .findValuesAsText("quantity")
                                                    .stream())
                            .toList();
            assertThat(quantities).as("seed %d", seed).hasSize(21_201).doesNotHaveDuplicates();
            assertThat(suite.items).hasSize(50);
            assertThat(suite.batches).allMatch(batch -> batch.bytes() <= 500_000);
            assertThat(suite.events().values())
                    .allMatch(event -> event.toString().getBytes(UTF_8).length <= 32_000);
            assertThat(suite.events().values())
                    .filteredOn(event -> event.at("/properties/order_id").asText().equals("BIG"))
                    .hasSize(3);
        }
    }

    @Test
    void anOrderKeepsItsTimeItsCustomerAndItsNumber() throws Exception {
        Path data =
                Files.writeString(
                        folder.resolve("orders.csv"),
                        """
                        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                        536365,85123A,WHITE HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
                        536366,85123A,WHITE HOLDER,1,12/1/2010 8:28,2.55,,United Kingdom
                        C536367,85123A,WHITE HOLDER,-1,12/1/2010 8:29,2.55,,United Kingdom
                        oops
                        """);
        Path kinds =
                Files.writeString(
                        folder.resolve("kinds.tsv"), "StockCode\tKind\n85123A\tt-light holder\n");
        try (FakeSuite suite = new FakeSuite(1, 0)) {
            run(
                    "--suite",
                    suite.writeSuiteJson(folder).toString(),
                    "--data",
                    data.toString(),
                    "--kinds",
                    kinds.toString());

            assertThat(suite.event("order-536365").toString())
                    .isEqualTo(
                            "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"order-536365\",\"timestamp\":\"2010-12-01T08:26:00Z\","
                                    + "\"userId\":\"17850\",\"properties\":{\"order_id\":\"536365\",\"currency\":\"GBP\","
                                    + "\"products\":[{\"product_id\":\"85123A\",\"quantity\":6,\"price\":2.55}]}}");
            assertThat(suite.event("order-536366").path("anonymousId").asText())
                    .isEqualTo("order-536366");
            assertThat(suite.event("order-536366").has("userId")).isFalse();
            assertThat(suite.events()).hasSize(2);
            assertThat(suite.item("85123A").path("productType").asText())
                    .isEqualTo("t-light holder");
            assertThat(suite.item("85123A").path("title").asText()).isEqualTo("White Holder");
            assertThat(folder.resolve("pictures/85123A.svg")).exists();
        }
        assertThat(shown.toString(UTF_8))
                .contains("4 lines of 3 invoices, 2 to import")
                .contains("skipped 1 lines of cancelled invoices")
                .contains("skipped 1 lines that cannot be read")
                .contains("line 5: 1 columns instead of 8")
                .contains("Imported 2 orders with 2 lines");
    }

    @Test
    void productsThatTheCatalogueRejectsAreNamed() throws Exception {
        Path data =
                Files.writeString(
                        folder.resolve("orders.csv"),
                        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n"
                                + "1,UNWANTED,BOX,1,12/1/2010 8:26,1,\n");
        try (FakeSuite suite = new FakeSuite(1, 0)) {
            run("--suite", suite.writeSuiteJson(folder).toString(), "--data", data.toString());
        }
        assertThat(shown.toString(UTF_8))
                .contains("Catalogue: 0 products")
                .contains("1 products were not taken")
                .contains("UNWANTED: title is rude");
    }

    @Test
    void aRefusalEndsTheImportWithItsReason() throws Exception {
        try (FakeSuite suite = new FakeSuite(1, 0)) {
            suite.alwaysAnswer(403);

            assertThat(run("--suite", suite.writeSuiteJson(folder).toString())).isEqualTo(1);
        }
        assertThat(shown.toString(UTF_8)).contains("was refused: HTTP 403").contains("not today");
    }

    @Test
    void wrongArgumentsAreExplained() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--suite")).isEqualTo(2);
        assertThat(run("--suite", "x", "--kinds", "y")).isEqualTo(2);
        assertThat(run("--suite", "x", "--seed", "many")).isEqualTo(2);
        assertThat(run("--suite", folder.resolve("none.json").toString())).isEqualTo(1);
        assertThat(shown.toString(UTF_8))
                .contains("--suite is missing")
                .contains("Usage:")
                .contains("There is no file");
    }

    @Test
    void anUnusableFileIsRefusedBeforeAnythingIsSent() throws Exception {
        Path data = Files.writeString(folder.resolve("orders.csv"), "a,b,c\n1,2,3\n");
        try (FakeSuite suite = new FakeSuite(1, 0)) {
            assertThat(
                            run(
                                    "--suite",
                                    suite.writeSuiteJson(folder).toString(),
                                    "--data",
                                    data.toString()))
                    .isEqualTo(1);
            assertThat(suite.items).isEmpty();
        }
        assertThat(shown.toString(UTF_8)).contains("must name the columns");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        Screen screen =
                new Screen(new PrintStream(shown, true, UTF_8), false, InstantSource.fixed(clock));
        return Import.run(screen, QUICK, arguments);
    }
}
