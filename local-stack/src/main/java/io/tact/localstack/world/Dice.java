package io.tact.localstack.world;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Seeded randomness. {@link Random} because its sequence is specified, so that every JDK draws the
 * same world.
 */
final class Dice {
    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    /**
     * Independent dice for each stream, so that one shopper's luck does not hang on the shoppers
     * before.
     */
    static Dice of(long seed, String stream) {
        return new Dice(new Random(scrambled(seed * 0x9E3779B97F4A7C15L + stream.hashCode())));
    }

    /** The finalizer of SplitMix64: neighbouring seeds give unlike sequences. */
    private static long scrambled(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Positive, around 1, rarely above 5. */
    double factor() {
        return Math.exp(random.nextGaussian() * 0.7);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T pick(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }
}
