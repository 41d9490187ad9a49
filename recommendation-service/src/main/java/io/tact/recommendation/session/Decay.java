package io.tact.recommendation.session;

/** exp(−steps / length), looked up; never negative, and nothing at all from far away. */
final class Decay {
    private static final double NOTHING = 1e-9;

    private final float[] weights;

    Decay(double length) {
        weights = new float[1 + (int) Math.ceil(-Math.log(NOTHING) * length)];
        for (int steps = 0; steps < weights.length; steps++) {
            weights[steps] = (float) Math.exp(-steps / length);
        }
    }

    float at(int steps) {
        return steps < weights.length ? weights[steps] : 0;
    }
}
