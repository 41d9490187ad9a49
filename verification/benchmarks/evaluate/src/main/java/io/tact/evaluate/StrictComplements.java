package io.tact.evaluate;

import io.tact.recommendation.complement.Assortment;
import io.tact.recommendation.complement.Basket;
import io.tact.recommendation.complement.ComplementSettings;
import io.tact.recommendation.complement.Complements;
import java.util.List;
import java.util.stream.IntStream;

/** The service's own: every entry significant, and no others. Each item is a product. */
final class StrictComplements implements Suggesting {
    private final Complements complements;

    StrictComplements(List<Basket> train, Kinds kinds) {
        int[] types = kinds.all();
        int[] products = IntStream.range(0, types.length).toArray();
        complements =
                new Complements(
                        train, new Assortment(products, types), ComplementSettings.DEFAULTS);
    }

    @Override
    public String name() {
        return "complements, strict";
    }

    @Override
    public List<Suggestion> suggest(int[] context, int most) {
        return complements.of(context[0]).stream()
                .limit(most)
                .map(one -> new Suggestion(one.variants()[0], one.share(), "BOUGHT_WITH"))
                .toList();
    }
}
