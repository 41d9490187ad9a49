package io.tact.localstack.importing.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * What the first reading of a file learns.
 *
 * @param linesOfInvoice how many lines of each invoice will be imported
 */
public record Survey(List<SoldProduct> products, Map<String, Integer> linesOfInvoice, Tally tally) {
    private static final int REPORT_EVERY = 4096;

    /**
     * @param bytesRead is told from time to time how far the reading is
     */
    public static Survey of(Path file, LineRules rules, LongConsumer bytesRead) throws IOException {
        Map<String, Sales> sales = new TreeMap<>();
        Map<String, Integer> linesOfInvoice = new HashMap<>();
        Tally tally = new Tally();
        try (OrderLines lines = new OrderLines(file, rules)) {
            for (Reading reading = lines.next(); reading != null; reading = lines.next()) {
                tally.add(reading);
                if (reading instanceof Reading.Bought bought) {
                    OrderLine line = bought.line();
                    sales.computeIfAbsent(line.stockCode(), code -> new Sales()).add(line);
                    linesOfInvoice.merge(line.invoice(), 1, Integer::sum);
                }
                if (tally.lines() % REPORT_EVERY == 0) {
                    bytesRead.accept(lines.bytesRead());
                }
            }
        }
        List<SoldProduct> products =
                sales.entrySet().stream()
                        .map(sold -> sold.getValue().product(sold.getKey()))
                        .toList();
        return new Survey(products, linesOfInvoice, tally);
    }
}
