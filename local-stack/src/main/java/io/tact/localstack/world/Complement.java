package io.tact.localstack.world;

/** How often a product of this kind joins the basket of somebody who came for another. */
public record Complement(String kind, double probability) {
    public Complement {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability of %s: %s".formatted(kind, probability));
        }
    }
}
