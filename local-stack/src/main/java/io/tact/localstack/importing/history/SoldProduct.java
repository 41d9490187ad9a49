package io.tact.localstack.importing.history;

import java.math.BigDecimal;

/** What an order history tells of one product: its usual description and its median price. */
public record SoldProduct(String stockCode, String description, BigDecimal price) {}
