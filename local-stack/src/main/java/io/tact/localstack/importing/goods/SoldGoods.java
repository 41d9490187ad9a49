package io.tact.localstack.importing.goods;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.tact.localstack.importing.history.SoldProduct;
import io.tact.localstack.world.picture.Picture;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One product of an order history, ready for the shop.
 *
 * @param variantGroup the digits of a stock code such as 84997A, if the shop has more of the same
 *     digits and kind
 * @param colour if the title names one
 */
public record SoldGoods(
        SoldProduct product,
        String id,
        String title,
        String kind,
        String category,
        @Nullable String variantGroup,
        @Nullable String colour,
        Picture picture) {
    private static final int LONGEST_TITLE = 200;

    /** A variant is marked by letters after the number. */
    private static final Pattern VARIANT = Pattern.compile("(\\d{4,})[A-Za-z]{1,2}");

    public static List<SoldGoods> of(List<SoldProduct> products, ShopKinds kinds) {
        ShopKinds.Naming naming = kinds.naming(products);
        Map<String, Long> groups =
                products.stream()
                        .collect(groupingBy(product -> group(product, naming), counting()));
        Departments departments = new Departments();
        Looks looks = new Looks();
        return products.stream()
                .map(
                        product -> {
                            String kind = naming.kind(product);
                            String title = title(product);
                            String group = group(product, naming);
                            return new SoldGoods(
                                    product,
                                    ItemIds.of(product.stockCode()),
                                    title,
                                    kind,
                                    departments.of(kind),
                                    groups.getOrDefault(group, 0L) > 1 ? ItemIds.of(group) : null,
                                    looks.colour(title),
                                    looks.of(title, kind));
                        })
                .toList();
    }

    private static String title(SoldProduct product) {
        String title = Titles.readable(product.description());
        if (title.isEmpty()) {
            return "Item " + product.stockCode();
        }
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }

    /** Unique to the product if its code marks no variant. */
    private static String group(SoldProduct product, ShopKinds.Naming naming) {
        Matcher variant = VARIANT.matcher(product.stockCode());
        return variant.matches()
                ? variant.group(1) + "-" + String.join("-", Words.of(naming.kind(product)))
                : product.stockCode();
    }
}
