package io.tact.storefront.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something to buy. */
public record Item(
        String itemId,
        String title,
        String productType,
        String category,
        Price price,
        boolean available,
        Optional<String> variantGroup,
        Map<String, String> attributes) {
    /** As recommendation-service has it; it goes into paths, file names and cookies. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    public Item {
        if (!isId(itemId)) {
            throw new IllegalArgumentException("Not an item id: " + itemId);
        }
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public String url() {
        return "/products/" + itemId;
    }

    public String image() {
        return "/pictures/" + itemId + ".svg";
    }

    /** The same for all colours of one thing, and for nothing else. */
    public String model() {
        return variantGroup.map(group -> productType + "\n" + group).orElse(itemId);
    }

    boolean isVariantOf(Item other) {
        return model().equals(other.model()) && !itemId.equals(other.itemId);
    }
}
