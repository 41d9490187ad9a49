package io.tact.localstack.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The baskets of the demo world bear its truth table out. */
class TruthTableTest {
    private static final DemoWorld WORLD =
            DemoWorld.generate(DemoWorld.DEFAULT_SEED, Instant.parse("2026-03-01T09:00:00Z"));
    private static final TruthTable TRUTH = WORLD.truth();
    private static final Baskets KINDS = Baskets.of(WORLD, product -> product.kind().name());
    private static final Baskets PRODUCTS = Baskets.of(WORLD, Product::id);

    @Test
    void aCoatGoesWithGlovesAndNeverWithCatFood() {
        assertThat(TRUTH.complements("coat")).containsExactly("gloves", "scarf", "hat");
        assertThat(TRUTH.never("coat")).contains("cat food", "candle", "chocolate", "coat", "tent");
        assertThat(TRUTH.related("gloves")).contains("coat", "hat", "scarf");
        assertThat(TRUTH.never("scratching post")).contains("candle").doesNotContain("cat food");
    }

    @Test
    void everyKindIsRelatedOrNever() {
        for (Kind kind : kinds().toList()) {
            Set<String> both = new HashSet<>(TRUTH.related(kind.name()));
            both.retainAll(TRUTH.never(kind.name()));
            assertThat(both).as(kind.name()).isEmpty();
            assertThat(TRUTH.related(kind.name()).size() + TRUTH.never(kind.name()).size())
                    .isEqualTo(40);
        }
        assertThat(kinds().filter(kind -> !TRUTH.complements(kind.name()).isEmpty()).count())
                .as("most kinds have complements")
                .isGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("complementPairs")
    void complementsAreBoughtTogetherFarMoreOftenThanByChance(String kind, String complement) {
        assertThat(KINDS.lift(kind, complement)).isGreaterThan(2);
        assertThat(KINDS.logLikelihoodRatio(kind, complement)).isGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("decoyPairs")
    void decoysAreBoughtWithAnythingAsOftenAsByChance(String kind, String decoy) {
        double together = KINDS.together(kind, decoy);
        double expected = together / KINDS.lift(kind, decoy);

        assertThat(KINDS.lift(kind, decoy)).isBetween(0.6, 1.35);
        assertThat(Math.abs(together - expected) / Math.sqrt(expected)).isLessThan(3.9);
    }

    @Test
    void onTheWholeDecoysHaveALiftOfOne() {
        double mean =
                decoyPairs()
                        .mapToDouble(pair -> KINDS.lift((String) pair[0], (String) pair[1]))
                        .average()
                        .orElseThrow();

        assertThat(mean).isBetween(0.9, 1.1);
    }

    @Test
    void kindsThatDoNotBelongTogetherAreNotBoughtTogether() {
        for (Kind kind : kinds().filter(kind -> !kind.staple()).toList()) {
            for (String never : TRUTH.never(kind.name())) {
                if (!never.equals(kind.name()) && !staples().contains(never)) {
                    assertThat(KINDS.lift(kind.name(), never))
                            .as(kind.name() + ", " + never)
                            .isLessThan(1);
                }
            }
        }
    }

    @Test
    void rawCoPurchaseOffersDecoysEverywhere() {
        Set<String> decoys = staples();
        long misled =
                WORLD.products().stream()
                        .filter(
                                product ->
                                        PRODUCTS.boughtWith(product.id()).stream()
                                                .limit(10)
                                                .map(TruthTableTest::kindOf)
                                                .anyMatch(
                                                        other ->
                                                                decoys.contains(other)
                                                                        && TRUTH.never(
                                                                                        product.kind()
                                                                                                .name())
                                                                                .contains(other)))
                        .count();

        assertThat(misled * 100 / WORLD.products().size()).isGreaterThan(90);
    }

    /**
     * What the recommender is judged on can be reached: significance alone finds the complements,
     * and nothing else.
     */
    @ParameterizedTest
    @ValueSource(longs = {DemoWorld.DEFAULT_SEED, 1, 2})
    void significanceFindsTheComplementsOfEveryKindAndNoDecoy(long seed) {
        DemoWorld world = DemoWorld.generate(seed, Instant.EPOCH);
        Baskets products = Baskets.of(world, Product::id);
        Set<List<String>> found = new HashSet<>();
        Set<List<String>> wrong = new HashSet<>();
        for (Product product : world.products()) {
            String kind = product.kind().name();
            for (String other : products.boughtWith(product.id())) {
                if (products.logLikelihoodRatio(product.id(), other) >= 24
                        && products.lift(product.id(), other) > 1.2
                        && !kindOf(other).equals(kind)) {
                    found.add(List.of(kind, kindOf(other)));
                    if (TRUTH.never(kind).contains(kindOf(other))) {
                        wrong.add(List.of(product.id(), other));
                    }
                }
            }
        }
        List<List<String>> missed =
                complementPairs()
                        .map(pair -> List.of((String) pair[0], (String) pair[1]))
                        .filter(pair -> !found.contains(pair))
                        .toList();
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(missed.size()).isLessThanOrEqualTo((int) (complementPairs().count() / 20));
    }

    static Stream<Object[]> complementPairs() {
        return kinds().flatMap(
                        kind ->
                                kind.complements().stream()
                                        .map(other -> new Object[] {kind.name(), other.kind()}));
    }

    static Stream<Object[]> decoyPairs() {
        return kinds().flatMap(
                        kind ->
                                staples().stream()
                                        .filter(decoy -> !decoy.equals(kind.name()))
                                        .filter(decoy -> TRUTH.never(kind.name()).contains(decoy))
                                        .map(decoy -> new Object[] {kind.name(), decoy}));
    }

    private static Set<String> staples() {
        return kinds().filter(Kind::staple).map(Kind::name).collect(Collectors.toSet());
    }

    private static Stream<Kind> kinds() {
        return WORLD.products().stream().map(Product::kind).distinct();
    }

    private static String kindOf(String id) {
        return WORLD.products().stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow()
                .kind()
                .name();
    }
}
