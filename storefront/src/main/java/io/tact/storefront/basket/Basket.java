package io.tact.storefront.basket;

import static java.util.stream.Collectors.joining;

import io.tact.storefront.catalogue.Item;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Item ids and how many of each. It takes what fits into a cookie and no more.
 *
 * @param quantities in the order in which they were added
 */
public record Basket(Map<String, Integer> quantities) {
    public static final int MOST_LINES = 20;
    public static final int MOST_OF_ONE = 9;
    public static final Basket EMPTY = new Basket(Map.of());

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._:-]{1,100})\\*([1-9])");

    public Basket {
        if (quantities.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "At most %d lines, not %d".formatted(MOST_LINES, quantities.size()));
        }
        quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    /** Reads {@code tent-1*2~gloves-3*1}; whatever is not of the form is left out. */
    public static Basket ofCookie(String cookie) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (String text : cookie.split("~", MOST_LINES + 1)) {
            var line = LINE.matcher(text);
            if (line.matches() && Item.isId(line.group(1)) && lines.size() < MOST_LINES) {
                lines.put(line.group(1), Integer.parseInt(line.group(2)));
            }
        }
        return new Basket(lines);
    }

    public String cookie() {
        return quantities.entrySet().stream()
                .map(line -> line.getKey() + "*" + line.getValue())
                .collect(joining("~"));
    }

    public boolean isEmpty() {
        return quantities.isEmpty();
    }

    public int size() {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One more of it; a full basket stays as it is. */
    public Basket plus(String itemId) {
        int had = quantities.getOrDefault(itemId, 0);
        return had == 0 && quantities.size() == MOST_LINES
                ? this
                : with(itemId, Math.min(had + 1, MOST_OF_ONE));
    }

    /** This many of it; none takes it out, and what is not in the basket does not come in. */
    public Basket set(String itemId, int quantity) {
        return quantities.containsKey(itemId) ? with(itemId, quantity) : this;
    }

    private Basket with(String itemId, int quantity) {
        Map<String, Integer> changed = new LinkedHashMap<>(quantities);
        if (quantity <= 0) {
            changed.remove(itemId);
        } else {
            changed.put(itemId, Math.min(quantity, MOST_OF_ONE));
        }
        return new Basket(changed);
    }
}
