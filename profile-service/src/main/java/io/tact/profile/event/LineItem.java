package io.tact.profile.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product in an event.
 *
 * @param quantity as stated; 1 where nothing is stated
 * @param price of one, in the shop's currency; absent where nothing is stated
 */
public record LineItem(String productId, int quantity, @Nullable BigDecimal price) {}
