package io.tact.consent.client.limit;

/** For tests of what is not about limits: nobody has any. */
public final class KnownLimits {
    private KnownLimits() {}

    public static Limits none() {
        var limits = new Limits();
        limits.complete();
        return limits;
    }
}
