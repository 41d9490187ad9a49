package io.tact.localstack.world;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A shop and {@value #DAYS} days of its life: the same seed and end give the same world, to the
 * last message id.
 */
public record DemoWorld(List<Product> products, List<Visit> visits, TruthTable truth) {
    public static final long DEFAULT_SEED = 7;
    public static final int DAYS = 60;
    static final int SHOPPERS = 5_000;

    private static final double BUYS = 0.62;
    private static final double HAS_A_SECOND_ERRAND = 0.06;
    private static final int MOST_VISITS = 5;

    /** Everything happens before {@code end}; visits come in the order of their time. */
    public static DemoWorld generate(long seed, Instant end) {
        List<Kind> kinds = Kinds.all();
        Assortment assortment = Assortment.of(kinds, seed);
        Map<String, Kind> byName =
                kinds.stream()
                        .collect(
                                toMap(
                                        Kind::name,
                                        identity(),
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        List<Visit> visits = new ArrayList<>();
        for (int number = 1; number <= SHOPPERS; number++) {
            Dice dice = Dice.of(seed, "shopper " + number);
            Shopper shopper = Shopper.of(seed, number, kinds, dice);
            for (int day : days(dice)) {
                Instant start =
                        end.minus(Duration.ofDays(DAYS - day))
                                .plusSeconds(dice.between(0, 22 * 3600));
                visits.add(
                        visit(
                                "demo-%d-%d-%d".formatted(seed, number, day),
                                start,
                                shopper,
                                assortment,
                                byName,
                                dice));
            }
        }
        visits.sort(Comparator.comparing(visit -> visit.views().get(0).at()));
        return new DemoWorld(assortment.products(), List.copyOf(visits), TruthTable.of(kinds));
    }

    /** At most one visit a day, so that no two visits run into one session. */
    private static TreeSet<Integer> days(Dice dice) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int visit = dice.between(1, MOST_VISITS); visit > 0; visit--) {
            days.add(dice.between(0, DAYS - 1));
        }
        return days;
    }

    private static Visit visit(
            String id,
            Instant start,
            Shopper shopper,
            Assortment assortment,
            Map<String, Kind> kinds,
            Dice dice) {
        Errand errand = new Errand(assortment, kinds, shopper, dice);
        List<Kind> choice = List.copyOf(kinds.values());
        boolean buys = dice.chance(BUYS);
        errand.lookFor(dice.pick(choice, shopper::interest), buys);
        if (dice.chance(HAS_A_SECOND_ERRAND)) {
            errand.lookFor(dice.pick(choice, shopper::interest), buys);
        }
        if (buys) {
            errand.pickUpStaples();
        }
        return Visit.of(id, start, shopper, errand, dice);
    }
}
