package io.tact.evaluate;

import io.tact.recommendation.complement.Basket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * BasketFile in the format of UCI Online Retail: {@code InvoiceNo}, {@code StockCode}, {@code
 * Quantity}, {@code InvoiceDate}, {@code UnitPrice}.
 */
final class BasketFile {
    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice");

    private BasketFile() {}

    private record Invoice(LocalDateTime at, Set<Integer> items) {}

    /**
     * By time, as they stand where that is equal; the parts of a whole are cut by this order.
     * Cancelled invoices hold nothing, nor does a line without a price or a quantity, nor an item
     * that has no kind: they are services and corrections.
     */
    static List<Basket> read(Path file, Kinds kinds) throws IOException {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        Rows.forEach(
                file,
                COLUMNS,
                row -> {
                    Invoice invoice =
                            invoices.computeIfAbsent(
                                    row[0],
                                    id ->
                                            new Invoice(
                                                    LocalDateTime.parse(row[3]),
                                                    new LinkedHashSet<>()));
                    boolean bought =
                            !row[0].startsWith("C")
                                    && Integer.parseInt(row[2]) > 0
                                    && Double.parseDouble(row[4]) > 0;
                    if (bought && kinds.knows(row[1])) {
                        invoice.items.add(kinds.items().number(row[1]));
                    }
                });
        List<Invoice> byTime = new ArrayList<>(invoices.values());
        byTime.sort(Comparator.comparing(Invoice::at));
        return byTime.stream().map(BasketFile::basket).toList();
    }

    private static Basket basket(Invoice invoice) {
        return new Basket(
                invoice.items.stream().mapToInt(Integer::intValue).toArray(),
                (int) invoice.at.toLocalDate().toEpochDay());
    }
}
