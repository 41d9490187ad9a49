package io.tact.profile.computed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tact.consent.client.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A definition, as the API and the database have it. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Definition")
record DefinitionBody(
        @Schema(enumeration = {"trait", "audience"}) @Nullable String kind,
        @Schema(
                        description = "The only purpose for which it is computed and read",
                        enumeration = {"functionality", "measurement", "experience", "marketing"})
                @Nullable String purpose,
        @Schema(description = "For colleagues, and for the customer who asks why")
                @Nullable String description,
        @Schema(description = "What it is about, in the shop's words or as an IAB id")
                @Nullable List<String> categories,
        @Schema(description = "What it looks at, by the names under which value knows it")
                @Nullable Map<String, OverBody> over,
        @Schema(
                        description =
                                "CEL over those names and traits (what is told, declared or observed): a boolean for an audience, else"
                                        + " a text, a number or a boolean. most(counts) is the value that there is most of.",
                        example = "views >= 3 && traits.favourite_kind == 'tent'")
                @Nullable String value) {
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "Over")
    record OverBody(
            @Schema(
                            description =
                                    "CEL over event: name, type, at, source, products (productId, quantity, price, productType, category),"
                                            + " properties",
                            example =
                                    "event.name == 'Product Viewed' && event.products.exists(p, p.productType == 'tent')")
                    @Nullable String match,
            @Schema(enumeration = {"count", "sum", "min", "max", "first", "last", "counts"})
                    @Nullable String take,
            @Schema(description = "CEL over event: its value; for all but count")
                    @Nullable String of,
            @Schema(description = "How many days of UTC it looks back, today among them")
                    @Nullable Integer days) {
        Over over() {
            return new Over(
                    required("match", match),
                    oneOf("take", Take.values(), required("take", take)),
                    of,
                    days);
        }

        static OverBody of(Over over) {
            return new OverBody(over.match(), over.take().wire(), over.of(), over.days());
        }
    }

    static DefinitionBody of(Definition definition) {
        Map<String, OverBody> over = new TreeMap<>();
        definition.over().forEach((name, one) -> over.put(name, OverBody.of(one)));
        return new DefinitionBody(
                definition.kind().name().toLowerCase(Locale.ROOT),
                definition.purpose().name(),
                definition.description(),
                definition.categories(),
                over,
                definition.value());
    }

    /**
     * @throws IllegalArgumentException saying what is wrong with it
     */
    Definition named(String name) {
        Map<String, Over> looked = new TreeMap<>();
        Optional.ofNullable(over).orElse(Map.of()).forEach((as, one) -> looked.put(as, one.over()));
        return new Definition(
                name,
                oneOf("kind", Definition.Kind.values(), required("kind", kind)),
                new Purpose(required("purpose", purpose)),
                Optional.ofNullable(description).orElse(""),
                Optional.ofNullable(categories).orElse(List.of()),
                looked,
                required("value", value));
    }

    private static <E extends Enum<E>> E oneOf(String field, E[] values, String stated) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(stated)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                field
                        + " is one of "
                        + java.util.Arrays.toString(values).toLowerCase(Locale.ROOT)
                        + ", not: "
                        + stated);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
