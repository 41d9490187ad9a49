package io.tact.recommendation.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An item as JSON: in the feed, in answers and in {@code catalogue.item.v1}. Anything may be
 * missing until {@link #item} has looked.
 */
@Schema(
        name = "Item",
        requiredProperties = {
            "itemId",
            "title",
            "productType",
            "category",
            "price",
            "image",
            "url"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ItemDocument(
        @Nullable String itemId,
        @Nullable String title,
        @Nullable String productType,
        @Nullable String category,
        @Nullable Amount price,
        @Nullable String image,
        @Nullable String url,
        @Nullable Boolean available,
        @Nullable String variantGroup,
        @Nullable Map<String, String> attributes,
        @Nullable Boolean consumable,
        @Nullable List<String> sensitive) {

    @Schema(
            name = "Price",
            requiredProperties = {"amount", "currency"})
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Amount(@Nullable BigDecimal amount, @Nullable String currency) {
        public static Amount of(Price price) {
            return new Amount(price.amount(), price.currency());
        }
    }

    public static ItemDocument of(Item item) {
        return new ItemDocument(
                item.id(),
                item.title(),
                item.productType(),
                item.category(),
                Amount.of(item.price()),
                item.image(),
                item.url(),
                item.available(),
                item.variantGroup(),
                new TreeMap<>(item.attributes()),
                item.consumable(),
                item.sensitive());
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the field
     */
    public Item item() {
        Amount paid = given("price", price);
        return new Item(
                given("itemId", itemId),
                given("title", title),
                given("productType", productType),
                given("category", category),
                new Price(
                        given("price.amount", paid.amount), given("price.currency", paid.currency)),
                given("image", image),
                given("url", url),
                Objects.requireNonNullElse(available, true),
                variantGroup,
                allGiven("attributes", attributes),
                Objects.requireNonNullElse(consumable, false),
                allGiven("sensitive", sensitive));
    }

    private static Map<String, String> allGiven(String name, @Nullable Map<String, String> map) {
        if (map == null) {
            return Map.of();
        }
        allGiven(name, List.copyOf(map.keySet()));
        map.forEach((key, value) -> given(name + "." + key, value));
        return map;
    }

    private static List<String> allGiven(String name, @Nullable List<String> list) {
        if (list == null) {
            return List.of();
        }
        list.forEach(value -> given("an entry of " + name, value));
        return list;
    }

    private static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
