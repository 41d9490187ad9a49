package io.tact.localstack.importing.history;

import java.time.Instant;
import java.util.List;

/** All lines of one invoice that are imported, in the order of the file. */
public record Invoice(String number, List<OrderLine> lines) {
    public Invoice {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("invoice without lines: " + number);
        }
        lines = List.copyOf(lines);
    }

    /** The first time that one of its lines names. */
    public Instant at() {
        return lines.stream().map(OrderLine::at).min(Instant::compareTo).orElseThrow();
    }

    /** Empty if no line names one. */
    public String customer() {
        return lines.stream()
                .map(OrderLine::customer)
                .filter(customer -> !customer.isEmpty())
                .findFirst()
                .orElse("");
    }
}
