package io.tact.localstack.importing.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The second reading: gathers the lines of every invoice, wherever they lie, and hands it out when
 * it is complete.
 */
public final class Invoices implements Closeable {
    private final OrderLines lines;
    private final Map<String, Integer> linesOfInvoice;
    private final Map<String, List<OrderLine>> open = new HashMap<>();

    /**
     * @param survey of the same file, by the same rules
     */
    public Invoices(Path file, LineRules rules, Survey survey) throws IOException {
        lines = new OrderLines(file, rules);
        linesOfInvoice = survey.linesOfInvoice();
    }

    /** Null when there are no more. */
    public @Nullable Invoice next() throws IOException {
        for (Reading reading = lines.next(); reading != null; reading = lines.next()) {
            if (reading instanceof Reading.Bought bought && isLast(bought.line())) {
                String number = bought.line().invoice();
                List<OrderLine> complete = open.remove(number);
                return new Invoice(number, complete == null ? List.of() : complete);
            }
        }
        if (!open.isEmpty()) {
            throw new UnusableFile("The file changed while it was read. Run the import again.");
        }
        return null;
    }

    private boolean isLast(OrderLine line) {
        List<OrderLine> sofar = open.computeIfAbsent(line.invoice(), number -> new ArrayList<>());
        sofar.add(line);
        return sofar.size() == linesOfInvoice.getOrDefault(line.invoice(), -1);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
