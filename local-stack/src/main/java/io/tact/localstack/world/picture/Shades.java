package io.tact.localstack.world.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The colours of one picture, all derived from the product's own. */
record Shades(Colour base, int design) {
    private static final Colour INK = Colour.of("#231F33");
    private static final Colour PAPER = Colour.of("#FFF9EF");
    private static final Colour LINEN = Colour.of("#F1EBE1");
    private static final List<Colour> ACCENTS =
            List.of(
                    Colour.of("#E0A93F"),
                    Colour.of("#2F8A8B"),
                    Colour.of("#CF6F52"),
                    Colour.of("#3B5580"),
                    Colour.of("#E3A3AE"));
    private static final double TOO_ALIKE = 150;
    private static final double LIGHT = 0.78;

    /** By the names that templates use, without {@code main}. */
    Map<String, Colour> byName() {
        Map<String, Colour> shades = new LinkedHashMap<>();
        shades.put("base", base);
        shades.put("dark", base.mixed(INK, 0.2));
        shades.put("deep", base.mixed(INK, 0.46));
        shades.put("light", base.mixed(Colour.WHITE, 0.3));
        shades.put("pale", pale());
        shades.put("accent", accent());
        shades.put("sole", base.lightness() > LIGHT ? Colour.of("#C9A77A") : base.mixed(INK, 0.62));
        shades.put("ground", ground());
        shades.put("halo", ground().mixed(Colour.WHITE, 0.42));
        shades.put("shadow", ground().mixed(INK, 0.16));
        return shades;
    }

    /** Stands out from the base, so that patterns show on white things too. */
    private Colour pale() {
        return base.lightness() > LIGHT ? base.mixed(accent(), 0.45) : base.mixed(PAPER, 0.72);
    }

    private Colour accent() {
        List<Colour> fitting =
                ACCENTS.stream().filter(colour -> colour.distance(base) > TOO_ALIKE).toList();
        return fitting.get(design % fitting.size());
    }

    private Colour ground() {
        return base.lightness() > LIGHT
                ? LINEN.mixed(accent(), 0.22)
                : LINEN.mixed(base.mixed(Colour.WHITE, 0.25), 0.2);
    }
}
