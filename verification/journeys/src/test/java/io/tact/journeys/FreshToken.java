package io.tact.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A token, asked for again before it ends: a long story outlives its first. */
final class FreshToken {
    private final Supplier<String> ask;
    private final Duration lasts;
    private Instant until = Instant.MIN;
    private String token = "";

    FreshToken(Supplier<String> ask, Duration lasts) {
        this.ask = ask;
        this.lasts = lasts;
    }

    String get() {
        if (Instant.now().isAfter(until)) {
            token = ask.get();
            until = Instant.now().plus(lasts);
        }
        return token;
    }
}
