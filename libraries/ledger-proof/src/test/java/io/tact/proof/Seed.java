package io.tact.proof;

import java.util.Random;

/** Randomness that can be had again: a test prints its seed, and {@code -Dtact.seed} repeats it. */
public final class Seed {
    private Seed() {}

    public static Random random(String test) {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.println(test + ": -Dtact.seed=" + seed);
        return new Random(seed);
    }
}
