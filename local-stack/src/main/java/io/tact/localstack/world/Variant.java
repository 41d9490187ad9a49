package io.tact.localstack.world;

/**
 * A colour, flavour or scent: its name, the colour in which it is drawn (#rrggbb), and which
 * attribute of a product it is.
 */
public record Variant(String name, String colour, String attribute) {
    public Variant {
        if (!colour.matches("#[0-9A-F]{6}")) {
            throw new IllegalArgumentException("colour of %s: %s".formatted(name, colour));
        }
    }
}
