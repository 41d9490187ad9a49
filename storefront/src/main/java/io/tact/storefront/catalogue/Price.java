package io.tact.storefront.catalogue;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in a currency (ISO 4217). */
public record Price(BigDecimal amount, String currency) {
    public Price {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("A price is not negative: " + amount);
        }
        Currency.getInstance(currency);
    }

    public Price times(int quantity) {
        return new Price(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    public Price plus(Price other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
        return new Price(amount.add(other.amount), currency);
    }

    /** As the reader's language writes it. */
    public String in(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }
}
