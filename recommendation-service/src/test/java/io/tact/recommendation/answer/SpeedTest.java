package io.tact.recommendation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Goods;
import io.tact.recommendation.catalogue.Item;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.history.Purposes;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.model.Taught;
import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.Scratch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A shop of 4,000 items, 100,000 visits and 20,000 orders with 500,000 lines. Prints how long it
 * takes and asserts what does not depend on the machine.
 */
class SpeedTest {
    private static final int ITEMS = 4_000;
    private static final int VISITS = 100_000;
    private static final int ORDERS = 20_000;
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Random random = new Random(42);
    private final Histories histories = new Histories();

    @Test
    void bigModelMadeAgainIsTheSame() {
        Catalogue catalogue = catalogue();
        live();
        long began = System.nanoTime();
        Model model = Taught.of(catalogue, histories);
        Duration first = Duration.ofNanos(System.nanoTime() - began);
        began = System.nanoTime();
        Model second = Taught.of(catalogue, histories);
        Duration again = Duration.ofNanos(System.nanoTime() - began);

        long[] personal = personal(model);
        long[] contextual = contextual(model);

        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "Model of %,d visits and %,d orders: made in %d ms, then %d ms; heap %d MB."
                        + " Session answer p50 %d µs, p99 %d µs. Complements, first asked p50 %d µs, p99 %d µs%n",
                VISITS,
                ORDERS,
                first.toMillis(),
                again.toMillis(),
                heap >> 20,
                percentile(personal, 50),
                percentile(personal, 99),
                percentile(contextual, 50),
                percentile(contextual, 99));
        assertThat(second.version()).hasSize(11).isEqualTo(model.version());
    }

    private long[] personal(Model model) {
        var scratch = new Scratch(NeighbourSettings.DEFAULTS);
        List<IdentityKey> keys = new ArrayList<>(histories.keys()).subList(0, 5_000);
        long[] nanos = new long[keys.size()];
        Page page =
                new Page(
                        Placement.HOME_SESSION,
                        Optional.empty(),
                        null,
                        List.of(),
                        10,
                        false,
                        Language.ENGLISH);
        for (int query = 0; query < nanos.length; query++) {
            long began = System.nanoTime();
            var shopper =
                    new Shopper(
                            histories.of(keys.get(query)), List.of(), List.of(), any -> false, NOW);
            new PersonalAnswer(model, page, shopper, scratch).choose();
            nanos[query] = System.nanoTime() - began;
        }
        return nanos;
    }

    private static long[] contextual(Model model) {
        return IntStream.range(0, ITEMS)
                .mapToLong(
                        item -> {
                            long began = System.nanoTime();
                            Page page =
                                    new Page(
                                            Placement.PRODUCT_COMPLEMENTS,
                                            Optional.of(item),
                                            null,
                                            List.of(),
                                            10,
                                            false,
                                            Language.ENGLISH);
                            new PageAnswer(model, page).suggestions();
                            return System.nanoTime() - began;
                        })
                .toArray();
    }

    private static long percentile(long[] nanos, int percent) {
        Arrays.sort(nanos);
        return nanos[(nanos.length - 1) * percent / 100] / 1_000;
    }

    private static Catalogue catalogue() {
        return Goods.catalogue(
                IntStream.range(0, ITEMS)
                        .mapToObj(number -> Goods.item(id(number), "type " + number % 200, "all"))
                        .toArray(Item[]::new));
    }

    private void live() {
        String[] ids = IntStream.range(0, ITEMS).mapToObj(SpeedTest::id).toArray(String[]::new);
        long event = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            IdentityKey key = People.key("visitor " + visit);
            long at = NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60))).toEpochMilli();
            int first = wanted();
            for (int click = 1 + random.nextInt(9); click > 0; click--) {
                String item = ids[(first + random.nextInt(30)) % ITEMS];
                histories.add(
                        key,
                        new Deed(++event, Act.VIEWED, item, at + click * 1_000L, 0, Purposes.ALL));
            }
        }
        for (int order = 0; order < ORDERS; order++) {
            IdentityKey key = People.key("buyer " + order);
            Set<String> items = new TreeSet<>();
            for (int line = 0; line < 25; line++) {
                items.add(ids[wanted()]);
            }
            long at = NOW.minus(Duration.ofMinutes(random.nextInt(365 * 24 * 60))).toEpochMilli();
            histories.add(new Purchase(++event, List.copyOf(items), at, key, List.of(key)));
        }
    }

    /** Few are wanted by many. */
    private int wanted() {
        return (int) (ITEMS * Math.pow(random.nextDouble(), 2.5));
    }

    private static String id(int number) {
        return "item-%05d".formatted(number);
    }
}
