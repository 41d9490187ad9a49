package io.tact.consent.client.erasure;

/** For tests that know of no erasure. */
public final class NobodyForgotten {
    private NobodyForgotten() {}

    public static Forgotten create() {
        var forgotten = new Forgotten();
        forgotten.read();
        return forgotten;
    }
}
