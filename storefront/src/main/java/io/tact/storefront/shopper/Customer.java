package io.tact.storefront.shopper;

/**
 * Somebody who is logged in.
 *
 * @param userId the subject of their token
 * @param name how the page addresses them
 * @param accessToken for the services; never for the page
 */
public record Customer(String userId, String name, String accessToken) {
    @Override
    public String toString() {
        return "Customer[…]";
    }
}
