package io.tact.localstack.importing.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what became of the lines of a file. */
public final class Tally {
    static final int NAMED = 10;

    private final Map<Reading.Reason, Long> skipped = new EnumMap<>(Reading.Reason.class);
    private final List<String> firstBad = new ArrayList<>();
    private final Set<String> invoices = new HashSet<>();
    private long lines;
    private long bad;

    void add(Reading reading) {
        lines++;
        if (reading instanceof Reading.Bought bought) {
            invoices.add(bought.line().invoice());
        } else if (reading instanceof Reading.Skipped skip) {
            invoices.add(skip.invoice());
            skipped.merge(skip.reason(), 1L, Long::sum);
        } else if (reading instanceof Reading.Bad trouble) {
            bad++;
            if (firstBad.size() < NAMED) {
                firstBad.add("line %d: %s".formatted(trouble.line(), trouble.trouble()));
            }
        }
    }

    /** All lines, the bad ones among them, without the header. */
    public long lines() {
        return lines;
    }

    /** All invoice numbers that were understood, those of which nothing is imported among them. */
    public int invoices() {
        return invoices.size();
    }

    public long bought() {
        return lines - bad - skipped.values().stream().mapToLong(count -> count).sum();
    }

    public long bad() {
        return bad;
    }

    /** Line number and reason of the first {@value #NAMED}. */
    public List<String> firstBad() {
        return List.copyOf(firstBad);
    }

    long skipped(Reading.Reason reason) {
        return skipped.getOrDefault(reason, 0L);
    }

    /** One sentence for each reason that occurred. */
    public List<String> skippedByReason() {
        return skipped.entrySet().stream()
                .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey().text()))
                .toList();
    }
}
