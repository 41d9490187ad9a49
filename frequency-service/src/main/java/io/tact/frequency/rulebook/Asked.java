package io.tact.frequency.rulebook;

import io.tact.frequency.cap.Label;
import java.util.Optional;

/**
 * A candidate as a page names it.
 *
 * @param score the higher wins among equal priorities
 */
public record Asked(String campaign, Optional<String> item, double score) {
    public Asked {
        item.ifPresent(
                given -> {
                    if (!Label.canBeProduct(given)) {
                        throw new IllegalArgumentException(
                                "An item has 1 to 200 printable characters");
                    }
                });
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("A score is a number");
        }
    }
}
