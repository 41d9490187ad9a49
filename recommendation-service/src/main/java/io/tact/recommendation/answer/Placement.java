package io.tact.recommendation.answer;

import static java.util.stream.Collectors.joining;

import io.tact.consent.client.Purpose;
import java.util.Arrays;
import java.util.Optional;

/** The places of a page that can ask. */
public enum Placement {
    PRODUCT_COMPLEMENTS("product.complements"),
    PRODUCT_SIMILAR("product.similar"),
    CATEGORY_POPULAR("category.popular"),
    HOME_POPULAR("home.popular"),
    HOME_SESSION("home.session"),
    BASKET_COMPLEMENTS("basket.complements"),
    SLOT_RETARGETING("slot.retargeting");

    private final String wire;

    Placement(String wire) {
        this.wire = wire;
    }

    public static Optional<Placement> of(String wire) {
        return Arrays.stream(values()).filter(placement -> placement.wire.equals(wire)).findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(Placement::wire).collect(joining(", "));
    }

    public String wire() {
        return wire;
    }

    boolean needsItem() {
        return this == PRODUCT_COMPLEMENTS || this == PRODUCT_SIMILAR;
    }

    boolean needsCategory() {
        return this == CATEGORY_POPULAR;
    }

    /** Advertising: held back by stops, and personal only with {@code marketing}. */
    boolean isSlot() {
        return this == SLOT_RETARGETING;
    }

    /** What must be allowed before anything about the person is used here. */
    Purpose purpose() {
        return isSlot() ? Purpose.MARKETING : Purpose.EXPERIENCE;
    }
}
