package io.tact.localstack.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens on one visit: looking around for one kind of thing, and perhaps buying it with what
 * belongs to it.
 */
final class Errand {
    private static final double TAKES_THE_MATCHING_ONE = 0.65;
    private static final double LOOKS_AT_A_COMPLEMENT = 0.25;
    private static final double LOOKS_AT_WHAT_IS_BOUGHT = 0.8;
    private static final double LOOKS_AT_A_VARIANT = 0.5;

    private final Assortment assortment;
    private final Map<String, Kind> kinds;
    private final Shopper shopper;
    private final Dice dice;
    private final List<Product> viewed = new ArrayList<>();
    private final Set<Product> bought = new LinkedHashSet<>();

    Errand(Assortment assortment, Map<String, Kind> kinds, Shopper shopper, Dice dice) {
        this.assortment = assortment;
        this.kinds = kinds;
        this.shopper = shopper;
        this.dice = dice;
    }

    void lookFor(Kind kind, boolean buy) {
        Product wanted = choose(kind);
        for (int other = dice.between(0, 2); other > 0; other--) {
            view(choose(kind));
        }
        if (dice.chance(LOOKS_AT_A_VARIANT)) {
            view(dice.pick(assortment.variantsOf(wanted)));
        }
        view(wanted);
        if (buy) {
            bought.add(wanted);
        }
        for (Complement complement : kind.complements()) {
            takeAlong(wanted, complement, buy);
        }
    }

    private void takeAlong(Product wanted, Complement complement, boolean buy) {
        Kind kind = kinds.get(complement.kind());
        if (kind == null) {
            throw new IllegalStateException("not a kind: " + complement.kind());
        }
        if (!dice.chance(
                buy
                        ? complement.probability()
                        : complement.probability() * LOOKS_AT_A_COMPLEMENT)) {
            return;
        }
        Product product =
                dice.chance(TAKES_THE_MATCHING_ONE) ? assortment.match(wanted, kind) : choose(kind);
        if (buy) {
            buy(product);
        } else {
            view(product);
        }
    }

    /** Staples do not care what else is in the basket: that is what makes them decoys. */
    void pickUpStaples() {
        for (Kind kind : kinds.values()) {
            if (kind.staple() && dice.chance(kind.stapleShare())) {
                buy(dice.pick(assortment.ofKind(kind), Product::appeal));
            }
        }
    }

    private void buy(Product product) {
        if (dice.chance(LOOKS_AT_WHAT_IS_BOUGHT)) {
            view(product);
        }
        bought.add(product);
    }

    private Product choose(Kind kind) {
        return dice.pick(assortment.ofKind(kind), shopper::liking);
    }

    private void view(Product product) {
        if (viewed.isEmpty() || !viewed.get(viewed.size() - 1).equals(product)) {
            viewed.add(product);
        }
    }

    List<Product> viewed() {
        return viewed;
    }

    Set<Product> bought() {
        return bought;
    }
}
