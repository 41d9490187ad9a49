package io.tact.recommendation.catalogue;

import java.math.BigDecimal;

/**
 * @param currency ISO 4217
 */
public record Price(BigDecimal amount, String currency) {
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    public Price {
        if (amount.signum() < 0 || amount.compareTo(LIMIT) >= 0 || amount.scale() > 4) {
            throw new IllegalArgumentException(
                    "price.amount is from 0 to below %s with at most 4 decimals, not %s"
                            .formatted(LIMIT, amount));
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "price.currency is three capital letters, not %s".formatted(currency));
        }
    }
}
