package io.tact.crash;

import java.security.SecureRandom;

/**
 * How often, and dealt by which seed. The short form runs in every build; the full one is asked for
 * by {@code -Dtact.crash.rounds=50}, and leaves a log to be kept.
 */
public record CrashOptions(int rounds, long seed, boolean full) {
    private static final int SHORT_FORM = 3;

    public static CrashOptions stated() {
        int rounds = Integer.getInteger("tact.crash.rounds", 0);
        long seed = Long.getLong("tact.seed", new SecureRandom().nextInt(Integer.MAX_VALUE));
        return rounds > 0
                ? new CrashOptions(rounds, seed, true)
                : new CrashOptions(SHORT_FORM, seed, false);
    }
}
