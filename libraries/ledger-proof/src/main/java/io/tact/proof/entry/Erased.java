package io.tact.proof.entry;

import io.tact.proof.Checked;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody was forgotten (GDPR, Article 17). The entries named here can no longer be opened, and
 * that is as it should be; any other entry that cannot be opened was damaged.
 *
 * @param proofKeptUntil where a claim is expected, evidence is kept apart until this day (Article
 *     17(3)(e)); until then the entries can be opened by whoever keeps it
 * @param indexes of the entries, ascending
 */
public record Erased(Instant at, Optional<LocalDate> proofKeptUntil, List<Long> indexes)
        implements Leaf {
    /** So many fit into one leaf; more need another. */
    public static final int MOST = 2_000;

    static final String KIND = "tact.erased.v1";
    private static final String NOTHING_KEPT = "full";
    private static final String KEPT = "keep-proof ";

    public Erased {
        indexes = List.copyOf(indexes);
        fault(indexes)
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(reason);
                        });
    }

    static Checked<Erased> parse(List<String> lines) {
        if (lines.size() < 3) {
            return Checked.refused(KIND + " has a time, a policy and at least one index");
        }
        try {
            var indexes = new ArrayList<Long>();
            for (String line : lines.subList(2, lines.size())) {
                indexes.add(Long.parseLong(line));
            }
            Optional<String> fault = fault(indexes);
            return fault.isPresent()
                    ? Checked.refused(fault.get())
                    : Checked.valid(
                            new Erased(Instant.parse(lines.get(0)), kept(lines.get(1)), indexes));
        } catch (DateTimeException | NumberFormatException e) {
            return Checked.refused(KIND + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<LocalDate> kept(String policy) {
        return policy.equals(NOTHING_KEPT)
                ? Optional.empty()
                : Optional.of(
                        LocalDate.parse(
                                policy.startsWith(KEPT)
                                        ? policy.substring(KEPT.length())
                                        : policy));
    }

    private static Optional<String> fault(List<Long> indexes) {
        if (indexes.isEmpty() || indexes.size() > MOST) {
            return Optional.of("1 to " + MOST + " entries are erased, not " + indexes.size());
        }
        long before = -1;
        for (long index : indexes) {
            if (index <= before) {
                return Optional.of("index " + index + " does not come after " + before);
            }
            before = index;
        }
        return Optional.empty();
    }

    @Override
    public String text() {
        return KIND
                + "\n"
                + at
                + "\n"
                + proofKeptUntil.map(day -> KEPT + day).orElse(NOTHING_KEPT)
                + "\n"
                + indexes.stream().map(index -> index + "\n").collect(Collectors.joining());
    }
}
