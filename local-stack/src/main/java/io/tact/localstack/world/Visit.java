package io.tact.localstack.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session of a shopper: what was looked at, and what was bought, if anything.
 *
 * @param id stable for a seed, whatever the end of the world; message ids begin with it
 */
public record Visit(String id, Shopper shopper, List<View> views, @Nullable Order order) {

    static Visit of(String id, Instant start, Shopper shopper, Errand errand, Dice dice) {
        Instant at = start;
        List<View> views = new ArrayList<>();
        for (Product product : errand.viewed()) {
            views.add(new View(id + "-v" + views.size(), product, at));
            at = at.plusSeconds(dice.between(8, 90));
        }
        List<Line> lines =
                errand.bought().stream()
                        .map(product -> new Line(product, quantity(product, dice)))
                        .toList();
        return new Visit(
                id,
                shopper,
                List.copyOf(views),
                lines.isEmpty() ? null : new Order(id + "-o", id, lines, at));
    }

    private static int quantity(Product product, Dice dice) {
        return product.kind().consumable() ? dice.between(1, 4) : 1;
    }

    public record View(String messageId, Product product, Instant at) {}

    public record Order(String messageId, String orderId, List<Line> lines, Instant at) {}

    public record Line(Product product, int quantity) {}
}
