package io.tact.localstack.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoWorldTest {
    private static final Instant END = Instant.parse("2026-03-01T09:00:00Z");
    private static final DemoWorld WORLD = DemoWorld.generate(DemoWorld.DEFAULT_SEED, END);

    @Test
    void theSameSeedGivesTheSameWorld() {
        DemoWorld again = DemoWorld.generate(DemoWorld.DEFAULT_SEED, END);

        assertThat(again).isEqualTo(WORLD);
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        DemoWorld other = DemoWorld.generate(DemoWorld.DEFAULT_SEED + 1, END);

        assertThat(other.visits()).isNotEqualTo(WORLD.visits());
        assertThat(other.products().stream().map(Product::id))
                .containsExactlyElementsOf(WORLD.products().stream().map(Product::id).toList());
    }

    @Test
    void messageIdsDoNotDependOnTheEnd() {
        DemoWorld later = DemoWorld.generate(DemoWorld.DEFAULT_SEED, END.plus(Duration.ofHours(5)));

        assertThat(messageIds(later))
                .containsExactlyInAnyOrderElementsOf(messageIds(WORLD).toList());
    }

    @Test
    void theShopHasFortyKindsInEightCategories() {
        assertThat(WORLD.products()).hasSizeBetween(380, 420);
        assertThat(WORLD.products().stream().map(Product::kind).distinct()).hasSize(40);
        assertThat(WORLD.products().stream().map(product -> product.kind().category()).distinct())
                .hasSize(8);
    }

    @Test
    void idsAreUnique() {
        assertThat(WORLD.products().stream().map(Product::id)).doesNotHaveDuplicates();
        assertThat(WORLD.products().stream().map(Product::title)).doesNotHaveDuplicates();
        assertThat(messageIds(WORLD)).doesNotHaveDuplicates();
    }

    @Test
    void pricesAreSaneAndTheSameForAllVariantsOfAModel() {
        Map<String, BigDecimal> byGroup = new HashMap<>();
        for (Product product : WORLD.products()) {
            assertThat(product.price())
                    .as(product.id())
                    .isBetween(
                            BigDecimal.valueOf(product.kind().price().from() - 1),
                            BigDecimal.valueOf(product.kind().price().to()));
            assertThat(byGroup.computeIfAbsent(product.variantGroup(), group -> product.price()))
                    .isEqualTo(product.price());
        }
        assertThat(byGroup).hasSize(120);
    }

    @Test
    void nearlyEverythingIsAvailable() {
        long missing = WORLD.products().stream().filter(product -> !product.available()).count();

        assertThat(missing).isBetween(5L, 40L);
    }

    @Test
    void aboutFiveThousandShoppersComeAndOrder() {
        long shoppers = WORLD.visits().stream().map(DemoWorldTest::identity).distinct().count();
        long withAccount =
                WORLD.visits().stream().filter(visit -> visit.shopper().userId() != null).count();

        assertThat(shoppers).isEqualTo(DemoWorld.SHOPPERS);
        assertThat(
                        WORLD.visits().stream()
                                .map(Visit::shopper)
                                .distinct()
                                .filter(Shopper::allowsObserving)
                                .count())
                .isBetween(3_600L, 3_900L);
        assertThat(withAccount * 100 / WORLD.visits().size()).isBetween(65L, 75L);
        assertThat(WORLD.visits()).hasSizeBetween(13_000, 16_000);
        assertThat(WORLD.visits().stream().filter(visit -> visit.order() != null).count())
                .isBetween(8_000L, 10_000L);
    }

    @Test
    void everythingHappensInTheSixtyDaysBeforeTheEnd() {
        Instant start = END.minus(Duration.ofDays(DemoWorld.DAYS));
        for (Visit visit : WORLD.visits()) {
            assertThat(visit.views()).isNotEmpty();
            assertThat(visit.views()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(visit.views().get(0).at()).isAfterOrEqualTo(start);
            assertThat(last(visit)).isBefore(END);
        }
    }

    @Test
    void noTwoVisitsOfAShopperRunIntoOneSession() {
        Map<String, Instant> lastSeen = new HashMap<>();
        for (Visit visit : WORLD.visits()) {
            Instant before = lastSeen.put(identity(visit), last(visit));
            if (before != null) {
                assertThat(Duration.between(before, visit.views().get(0).at()))
                        .isGreaterThan(Duration.ofMinutes(40));
            }
        }
    }

    @Test
    void whatIsViewedAndBoughtIsInTheShop() {
        List<Product> seen =
                WORLD.visits().stream()
                        .flatMap(
                                visit ->
                                        Stream.concat(
                                                visit.views().stream().map(Visit.View::product),
                                                bought(visit)))
                        .distinct()
                        .toList();

        assertThat(WORLD.products()).containsAll(seen);
        assertThat(seen).as("nothing lies there unseen").hasSameSizeAs(WORLD.products());
    }

    private static Stream<Product> bought(Visit visit) {
        return visit.order() == null
                ? Stream.empty()
                : visit.order().lines().stream().map(Visit.Line::product);
    }

    private static Instant last(Visit visit) {
        return visit.order() == null
                ? visit.views().get(visit.views().size() - 1).at()
                : visit.order().at();
    }

    private static String identity(Visit visit) {
        return visit.shopper().anonymousId();
    }

    private static Stream<String> messageIds(DemoWorld world) {
        return world.visits().stream()
                .flatMap(
                        visit ->
                                Stream.concat(
                                        visit.views().stream().map(Visit.View::messageId),
                                        Stream.ofNullable(visit.order())
                                                .map(Visit.Order::messageId)));
    }
}
