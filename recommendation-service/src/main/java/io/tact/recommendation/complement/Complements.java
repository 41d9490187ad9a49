package io.tact.recommendation.complement;

import io.tact.recommendation.ranking.Best;
import io.tact.recommendation.ranking.Ranked;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The complements of each item, worked out when first asked for: one walk over the baskets that
 * hold it. A pure function of baskets and assortment.
 */
public final class Complements {
    private final Assortment assortment;
    private final ComplementSettings settings;
    private final Baskets byItem;
    private final Baskets byProduct;
    private final double[] weights;
    private final int[][] variants;
    private final AtomicReferenceArray<List<Complement>> known;

    /**
     * @param oldestFirst baskets by time; every item of theirs is in the assortment
     */
    public Complements(
            List<Basket> oldestFirst, Assortment assortment, ComplementSettings settings) {
        int items = assortment.products().length;
        int products = assortment.types().length;
        this.assortment = assortment;
        this.settings = settings;
        this.byItem = Baskets.of(oldestFirst, items, settings.largestBasket());
        this.byProduct =
                Baskets.of(
                        oldestFirst.stream().map(assortment::products).toList(),
                        products,
                        settings.largestBasket());
        this.weights = byProduct.weights(settings.halfLifeDays());
        this.variants = variants(assortment);
        this.known = new AtomicReferenceArray<>(items);
    }

    private static int[][] variants(Assortment assortment) {
        int[] counts = new int[assortment.types().length];
        for (int product : assortment.products()) {
            counts[product]++;
        }
        int[][] variants = new int[counts.length][];
        Arrays.setAll(variants, product -> new int[counts[product]]);
        for (int item = assortment.products().length - 1; item >= 0; item--) {
            int product = assortment.products()[item];
            variants[product][--counts[product]] = item;
        }
        return variants;
    }

    /** Best first, each product once. Empty rather than doubtful. */
    public List<Complement> of(int item) {
        List<Complement> found = known.get(item);
        if (found == null) {
            found = find(item);
            known.set(item, found);
        }
        return found;
    }

    private List<Complement> find(int item) {
        int product = assortment.products()[item];
        var beside = new Tally(product, byProduct, weights);
        var best = new Best(settings.most());
        for (int other : beside.found()) {
            if (assortment.types()[product] != assortment.types()[other]
                    && isSignificant(product, other, beside.together(other))) {
                best.offer(other, beside.weight(other) / beside.weight(product));
            }
        }
        List<Ranked> ranked = best.list();
        if (ranked.isEmpty()) {
            return List.of();
        }
        var besideThisItem = new Tally(item, byItem, weights);
        return ranked.stream()
                .map(
                        one ->
                                new Complement(
                                        inOrder(variants[one.item()], besideThisItem),
                                        one.score(),
                                        beside.together(one.item())))
                .toList();
    }

    private boolean isSignificant(int one, int other, int together) {
        var association =
                new Association(
                        together,
                        byProduct.countOf(one),
                        byProduct.countOf(other),
                        byProduct.count());
        return association.lift() > settings.lift()
                && association.logLikelihoodRatio() >= settings.significance();
    }

    /** Bought with this item, then bought at all, then by place. */
    private int[] inOrder(int[] items, Tally besideThisItem) {
        return Arrays.stream(items)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingDouble(besideThisItem::weight)
                                .thenComparingInt(byItem::countOf)
                                .reversed()
                                .thenComparingInt(item -> item))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
