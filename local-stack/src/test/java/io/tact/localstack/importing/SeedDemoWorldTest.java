package io.tact.localstack.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.localstack.importing.sending.Patience;
import io.tact.localstack.world.DemoWorld;
import io.tact.localstack.world.Shopper;
import io.tact.localstack.world.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedDemoWorldTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final DemoWorld WORLD = DemoWorld.generate(DemoWorld.DEFAULT_SEED, NOW);
    private static final Patience QUICK =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(20));
    private static final FakeSuite SUITE = FakeSuite.reliable();
    private static @Nullable Path suiteJson;

    private static final ByteArrayOutputStream SHOWN = new ByteArrayOutputStream();

    @BeforeAll
    static void seed(@TempDir Path shared) throws Exception {
        suiteJson = SUITE.writeSuiteJson(shared);
        assertThat(run(suiteJson, NOW)).as(SHOWN.toString(UTF_8)).isZero();
    }

    @AfterAll
    static void close() {
        SUITE.close();
    }

    @Test
    void theDemoWorldArrivesWholeAndOnceThroughFailures(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        try (FakeSuite suite = new FakeSuite(seed, 30)) {
            int exit = run(suite.writeSuiteJson(folder), NOW);

            assertThat(exit).as("seed %d, %s", seed, SHOWN).isZero();
            assertThat(suite.failures.get()).isPositive();
            assertThat(suite.items).hasSameSizeAs(WORLD.products());
            assertThat(suite.events().keySet()).as("seed %d", seed).isEqualTo(messageIds(WORLD));
            assertThat(suite.campaignsAndPolicies)
                    .containsKeys("/v1/campaigns/left-in-basket", "/v1/policies/everyday");
            assertThat(suite.batches)
                    .allMatch(batch -> batch.events().size() <= 200 && batch.bytes() <= 500_000);
            assertThat(suite.mostAtOnce.get()).isBetween(2, 8);
            try (var pictures = Files.list(folder.resolve("pictures"))) {
                assertThat(pictures).hasSameSizeAs(WORLD.products());
            }
        }
    }

    @Test
    void ordersComeUnderContractAndBrowsingWithItsConsent() {
        for (FakeSuite.Batch batch : SUITE.batches) {
            for (JsonNode event : batch.events()) {
                boolean order = event.path("event").asText().equals("Order Completed");
                assertThat(batch.writeKey()).isEqualTo(order ? "orders-key" : "history-key");
                assertThat(event.path("context").has("consent")).isEqualTo(!order);
                assertThat(event.path("anonymousId").asText()).matches("[A-Za-z0-9_-]{22}");
            }
        }
        JsonNode view =
                SUITE.events().values().stream()
                        .filter(event -> event.has("context"))
                        .findFirst()
                        .orElseThrow();
        assertThat(view.at("/context/consent/categoryPreferences").toString())
                .isEqualTo("{\"experience\":true,\"measurement\":true}");
        assertThat(SUITE.items).containsKey(view.at("/properties/product_id").asText());
        assertThat(view.path("type").asText()).isEqualTo("track");
        assertThat(Instant.parse(view.path("timestamp").asText())).isBefore(NOW);
    }

    @Test
    void whoDoesNotAllowItIsNotObserved() {
        Map<String, Shopper> shoppers =
                WORLD.visits().stream()
                        .map(Visit::shopper)
                        .distinct()
                        .collect(Collectors.toMap(Shopper::anonymousId, shopper -> shopper));
        for (JsonNode event : SUITE.events().values()) {
            Shopper shopper = shoppers.get(event.path("anonymousId").asText());
            assertThat(shopper).isNotNull();
            if (event.path("event").asText().equals("Product Viewed")) {
                assertThat(SUITE.consents.get(requireNonNull(shopper).subjectId()))
                        .asString()
                        .contains("\"answers\":{\"experience\":true,\"measurement\":true}");
            }
        }
        assertThat(SUITE.consents)
                .hasSize((int) shoppers.values().stream().filter(Shopper::allowsObserving).count());
    }

    @Test
    void anItemSaysWhatTheCatalogueWants() {
        JsonNode tent = SUITE.item("tent-fjord-bottle-green");
        assertThat(tent.path("title").asText()).isEqualTo("Fjord Tent, bottle green");
        assertThat(tent.path("productType").asText()).isEqualTo("tent");
        assertThat(tent.path("category").asText()).isEqualTo("Outdoor");
        assertThat(tent.path("variantGroup").asText()).isEqualTo("tent-fjord");
        assertThat(tent.at("/price/currency").asText()).isEqualTo("EUR");
        assertThat(tent.at("/price/amount").isNumber()).isTrue();
        assertThat(tent.at("/attributes/color").asText()).isEqualTo("bottle green");
        assertThat(tent.path("image").asText()).isEqualTo("/pictures/tent-fjord-bottle-green.svg");
        assertThat(tent.path("url").asText()).isEqualTo("/products/tent-fjord-bottle-green");
        assertThat(tent.path("consumable").asBoolean(true)).isFalse();
    }

    @Test
    void aRepetitionOnAnotherDayTellsOfTheSameDays() throws Exception {
        Map<String, JsonNode> first = Map.copyOf(SUITE.events());

        run(requireNonNull(suiteJson), NOW.plus(Duration.ofDays(2)));

        assertThat(SUITE.events()).isEqualTo(first);
    }

    private static int run(Path suite, Instant now) throws IOException, InterruptedException {
        Screen screen =
                new Screen(new PrintStream(SHOWN, true, UTF_8), false, InstantSource.fixed(now));
        return Import.run(screen, QUICK, "--suite", suite.toString());
    }

    private static Stream<Visit.View> observable(Visit visit) {
        return visit.shopper().allowsObserving() ? visit.views().stream() : Stream.empty();
    }

    private static Set<String> messageIds(DemoWorld world) {
        return WORLD.visits().stream()
                .flatMap(
                        visit -> {
                            List<String> ids =
                                    new ArrayList<>(
                                            observable(visit).map(Visit.View::messageId).toList());
                            if (visit.order() != null) {
                                ids.add(visit.order().messageId());
                            }
                            return ids.stream();
                        })
                .collect(Collectors.toSet());
    }
}
