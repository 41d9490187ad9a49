package io.tact.localstack.world;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All products of the shop. */
public record Assortment(List<Product> products, Map<Kind, List<Product>> ofKind) {
    private static final double AVAILABLE = 0.96;

    static Assortment of(List<Kind> kinds, long seed) {
        List<Product> products = new ArrayList<>();
        for (Kind kind : kinds) {
            addAll(kind, Dice.of(seed, "kind " + kind.name()), products);
        }
        return new Assortment(
                List.copyOf(products),
                products.stream()
                        .collect(
                                groupingBy(
                                        Product::kind,
                                        LinkedHashMap::new,
                                        java.util.stream.Collectors.toList())));
    }

    private static void addAll(Kind kind, Dice dice, List<Product> products) {
        int number = 0;
        for (int design = 0; design < kind.models().size(); design++) {
            Model model = kind.models().get(design);
            BigDecimal price = price(dice.between(kind.price().from(), kind.price().to()));
            for (Variant variant : kind.variants()) {
                String id = Product.slug(kind.name() + " " + model.line() + " " + variant.name());
                products.add(
                        new Product(
                                id,
                                kind,
                                model,
                                variant,
                                number++,
                                design,
                                price,
                                dice.factor(),
                                dice.chance(AVAILABLE)));
            }
        }
    }

    /** 7.99, 24.95, 189.00: as shops write them. */
    private static BigDecimal price(int euros) {
        if (euros < 20) {
            return BigDecimal.valueOf(euros * 100L - 1, 2);
        }
        return euros < 100
                ? BigDecimal.valueOf(euros * 100L - 5, 2)
                : BigDecimal.valueOf(euros / 10 * 1000L + 900, 2);
    }

    /** What goes best with a product: of the same line and colour if there is such a one. */
    Product match(Product wanted, Kind kind) {
        List<Product> all = ofKind(kind);
        int best = all.stream().mapToInt(product -> likeness(product, wanted)).max().orElseThrow();
        List<Product> matches =
                all.stream().filter(product -> likeness(product, wanted) == best).toList();
        return matches.get(wanted.number() % matches.size());
    }

    private static int likeness(Product one, Product other) {
        return (one.model().line().equals(other.model().line()) ? 2 : 0)
                + (one.variant().equals(other.variant()) ? 1 : 0);
    }

    List<Product> ofKind(Kind kind) {
        List<Product> products = ofKind.get(kind);
        if (products == null) {
            throw new IllegalArgumentException("not sold here: " + kind.name());
        }
        return products;
    }

    List<Product> variantsOf(Product product) {
        return ofKind(product.kind()).stream()
                .filter(other -> other.model().equals(product.model()) && !other.equals(product))
                .toList();
    }
}
