package io.tact.recommendation.catalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One product as it can be put into a basket.
 *
 * @param productType what kind of thing it is, in the shop's words
 * @param image URL of a picture, absolute or from the shop's root
 * @param url of its page, likewise
 * @param variantGroup the same for all colours and sizes of one product
 * @param consumable whether people buy it again and again
 * @param sensitive protected categories that it tells of; empty for nearly all
 */
public record Item(
        String id,
        String title,
        String productType,
        String category,
        Price price,
        String image,
        String url,
        boolean available,
        @Nullable String variantGroup,
        Map<String, String> attributes,
        boolean consumable,
        List<String> sensitive) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final Pattern LINK =
            Pattern.compile("(/[^/\\s\"'<>\\\\][^\\s\"'<>\\\\]*|https?://[^\\s\"'<>\\\\]+)");
    private static final Pattern PROTECTED = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final int MOST_ATTRIBUTES = 50;

    public Item {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "itemId is up to 100 letters, digits and ._:- and begins with a letter or digit, not %s"
                            .formatted(shortened(id)));
        }
        text("title", title, 300);
        text("productType", productType, 100);
        text("category", category, 100);
        link("image", image);
        link("url", url);
        if (variantGroup != null) {
            text("variantGroup", variantGroup, 100);
        }
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "attributes has at most %d entries, not %d"
                            .formatted(MOST_ATTRIBUTES, attributes.size()));
        }
        attributes.forEach(
                (name, value) -> {
                    text("the name of an attribute", name, 60);
                    text("attributes." + name, value, 300);
                });
        for (String word : sensitive) {
            if (!PROTECTED.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "sensitive holds lower-case words, not %s".formatted(shortened(word)));
            }
        }
        attributes = Map.copyOf(attributes);
        sensitive = List.copyOf(sensitive);
    }

    private static void text(String name, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(
                    "%s has 1 to %d characters, not %s".formatted(name, longest, shortened(value)));
        }
    }

    /** A script must not come in as the address of a picture. */
    private static void link(String name, String value) {
        if (value.length() > 1_000 || !LINK.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s begins with / or https:// and has no spaces or quotes, not %s"
                            .formatted(name, shortened(value)));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? "'" + value + "'" : "'" + value.substring(0, 40) + "…'";
    }

    public boolean isSensitive() {
        return !sensitive.isEmpty();
    }

    /** The same for all variants of one product, and for nothing else. */
    String product() {
        return variantGroup == null ? "item\n" + id : productType + "\n" + variantGroup;
    }
}
