package io.tact.localstack.importing.goods;

import io.tact.localstack.importing.history.KindTable;
import io.tact.localstack.importing.history.SoldProduct;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stock codes are products, and of which kind: by the shop's own table, or else by guess. */
public final class ShopKinds {
    /**
     * What Online Retail has besides products: carriage, fees, discounts, samples, manual lines,
     * vouchers.
     */
    private static final Set<String> NO_PRODUCTS =
            Set.of(
                    "POST",
                    "D",
                    "M",
                    "DOT",
                    "BANK CHARGES",
                    "AMAZONFEE",
                    "S",
                    "CRUK",
                    "C2",
                    "PADS",
                    "B");

    private final @Nullable KindTable table;

    public ShopKinds(@Nullable KindTable table) {
        this.table = table;
    }

    public boolean isProduct(String stockCode) {
        return table == null ? !isUsualNoProduct(stockCode) : table.has(stockCode);
    }

    private static boolean isUsualNoProduct(String stockCode) {
        String code = stockCode.toUpperCase(Locale.ROOT);
        return NO_PRODUCTS.contains(code) || code.startsWith("GIFT_");
    }

    Naming naming(Collection<SoldProduct> products) {
        if (table != null) {
            return product -> table.kind(product.stockCode());
        }
        HeadNouns nouns = new HeadNouns(products);
        return nouns::of;
    }

    /** Tells the kind of a product. */
    interface Naming {
        String kind(SoldProduct product);
    }
}
