package io.tact.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be evaluated. */
final class Arguments {
    static final String USAGE =
            """
            evaluate sessions --train FILE --test FILE [--lists FILE] [--seed N]
                tab-separated files with the columns SessionId, ItemId, Time (seconds)
            evaluate baskets --train FILE --kinds FILE [--test FILE] [--lists FILE] [--seed N]
                tab-separated files with the columns InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice; and StockCode, Kind.
                Without --test the last tenth of the invoices is asked with.
            Files that end in .gz are unpacked. --lists writes every list that is measured, an entry a row.""";

    private static final Set<String> OPTIONS =
            Set.of("--train", "--test", "--kinds", "--lists", "--seed");

    private final boolean baskets;
    private final Map<String, String> given;

    private Arguments(boolean baskets, Map<String, String> given) {
        this.baskets = baskets;
        this.given = given;
    }

    static Arguments of(String[] arguments) {
        if (arguments.length == 0 || !List.of("sessions", "baskets").contains(arguments[0])) {
            throw new IllegalArgumentException(USAGE);
        }
        var given = new HashMap<String, String>();
        for (int at = 1; at < arguments.length; at += 2) {
            if (!OPTIONS.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + "\n" + USAGE);
            }
            given.put(arguments[at], arguments[at + 1]);
        }
        var all = new Arguments(arguments[0].equals("baskets"), Map.copyOf(given));
        all.train();
        if (all.baskets) {
            all.kinds();
        } else {
            all.test();
        }
        return all;
    }

    boolean areBaskets() {
        return baskets;
    }

    Path train() {
        return file("--train");
    }

    Path test() {
        return file("--test");
    }

    boolean hasTest() {
        return given.containsKey("--test");
    }

    Path kinds() {
        return file("--kinds");
    }

    @Nullable Path lists() {
        String name = given.get("--lists");
        return name == null ? null : Path.of(name);
    }

    /** Of the intervals; the same seed draws the same. */
    long seed() {
        return Long.parseLong(given.getOrDefault("--seed", "1"));
    }

    private Path file(String option) {
        String name = given.get(option);
        if (name == null) {
            throw new IllegalArgumentException(option + " is missing\n" + USAGE);
        }
        if (!Files.isReadable(Path.of(name))) {
            throw new IllegalArgumentException("There is no " + name);
        }
        return Path.of(name);
    }
}
