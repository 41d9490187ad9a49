package io.tact.localstack.world;

import io.tact.localstack.world.picture.Picture;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What the shop sells: one model of a kind in one variant.
 *
 * @param number its place among the products of its kind, from 0
 * @param design the place of its model among the models of its kind, from 0
 * @param price in euro, the same for all variants of a model
 * @param appeal how often it is chosen, relative to the other products of its kind
 */
public record Product(
        String id,
        Kind kind,
        Model model,
        Variant variant,
        int number,
        int design,
        BigDecimal price,
        double appeal,
        boolean available) {

    public String title() {
        return model.name() + ", " + variant.name();
    }

    public String variantGroup() {
        return slug(kind.name() + " " + model.line());
    }

    public Picture picture() {
        return new Picture(title(), slug(kind.name()), variant.colour(), design, model.pattern());
    }

    static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
