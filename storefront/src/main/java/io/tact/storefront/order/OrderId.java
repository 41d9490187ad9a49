package io.tact.storefront.order;

import java.security.SecureRandom;
import java.util.Base64;

/** 22 base64url characters. The basket's page draws one, so that a form sent twice is one order. */
public record OrderId(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    public OrderId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("An order id is 22 base64url characters: " + value);
        }
    }

    public static boolean isOne(String text) {
        return text.matches("[A-Za-z0-9_-]{22}");
    }

    public static OrderId draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OrderId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
