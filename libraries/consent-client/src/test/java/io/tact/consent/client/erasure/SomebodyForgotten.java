package io.tact.consent.client.erasure;

/** For tests that say themselves who is forgotten, and when. */
public final class SomebodyForgotten {
    private SomebodyForgotten() {}

    public static void add(Forgotten forgotten, Erasure erasure) {
        forgotten.add(erasure);
    }
}
