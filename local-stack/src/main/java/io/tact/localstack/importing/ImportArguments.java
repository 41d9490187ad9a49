package io.tact.localstack.importing;

import io.tact.localstack.world.DemoWorld;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param suite the suite.json of the running suite
 * @param data an order history; without one the demo world is imported
 * @param kinds the product type of each stock code; without one it is derived from the descriptions
 * @param seed of the demo world
 */
record ImportArguments(Path suite, @Nullable Path data, @Nullable Path kinds, long seed) {
    static final String USAGE =
            """
            Usage: Import --suite <suite.json> [--data FILE [--kinds FILE] | --seed N]
              --suite  what ./run wrote when it was ready
              --data   order history in UCI Online Retail columns (TSV or CSV, plain or gz)
              --kinds  TSV with the columns StockCode and Kind
              --seed   another demo world (without --data)
            """;

    static ImportArguments of(String... arguments) {
        Path suite = null;
        Path data = null;
        Path kinds = null;
        Long seed = null;
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " needs a value.");
            }
            String value = arguments[at + 1];
            switch (arguments[at]) {
                case "--suite" -> suite = Path.of(value);
                case "--data" -> data = Path.of(value);
                case "--kinds" -> kinds = Path.of(value);
                case "--seed" -> seed = number(value);
                default -> throw new IllegalArgumentException("Unknown option " + arguments[at]);
            }
        }
        if (suite == null) {
            throw new IllegalArgumentException("--suite is missing.");
        }
        if (kinds != null && data == null) {
            throw new IllegalArgumentException("--kinds belongs to --data.");
        }
        if (seed != null && data != null) {
            throw new IllegalArgumentException("--seed belongs to the demo world, not to --data.");
        }
        return new ImportArguments(
                suite, data, kinds, seed == null ? DemoWorld.DEFAULT_SEED : seed);
    }

    private static Long number(String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--seed needs a whole number, not " + value);
        }
    }
}
