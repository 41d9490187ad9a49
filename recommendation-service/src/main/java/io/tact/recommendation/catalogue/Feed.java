package io.tact.recommendation.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One delivery of items by the shop: what can be taken of it, and what cannot, and why. */
public record Feed(List<Item> good, List<Bad> bad) {
    /**
     * @param index its place in the delivery, from 0
     * @param reason for the sender, about the item, never about a person
     */
    public record Bad(int index, @Nullable String itemId, String reason) {}

    /** One entry as it came: an item or a reason. */
    public sealed interface Line {
        record Readable(Item item) implements Line {}

        record Unreadable(@Nullable String itemId, String reason) implements Line {}
    }

    /** Of two entries for one item the first counts. */
    public static Feed of(List<Line> lines) {
        Map<String, Integer> seen = new HashMap<>();
        List<Item> good = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index) instanceof Line.Unreadable unreadable) {
                bad.add(new Bad(index, unreadable.itemId(), unreadable.reason()));
            } else if (lines.get(index) instanceof Line.Readable readable) {
                String id = readable.item().id();
                Integer first = seen.putIfAbsent(id, index);
                if (first == null) {
                    good.add(readable.item());
                } else {
                    bad.add(new Bad(index, id, "the same item stands at index " + first));
                }
            }
        }
        return new Feed(List.copyOf(good), List.copyOf(bad));
    }
}
