package io.tact.localstack.world.picture;

/** Red, green and blue, 0 to 255 each. */
record Colour(int red, int green, int blue) {
    static final Colour WHITE = new Colour(255, 255, 255);

    static Colour of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("not a colour: " + hex);
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }

    /** This colour with that share of the other in it. */
    Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share),
                mixed(green, other.green, share),
                mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** From 0 (black) to 1 (white), as the eye weighs it. */
    double lightness() {
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    }

    double distance(Colour other) {
        return Math.abs(red - other.red)
                + Math.abs(green - other.green)
                + Math.abs(blue - other.blue);
    }

    @Override
    public String toString() {
        return "#%02X%02X%02X".formatted(red, green, blue);
    }
}
