package io.tact.storefront.page;

import io.tact.storefront.catalogue.Assortment;
import io.tact.storefront.shopper.Customer;
import io.tact.storefront.shopper.Shopper;
import java.util.List;
import java.util.Locale;

/**
 * What all pages show around their content.
 *
 * @param version changes with the assets, so that they can be cached for long
 */
record Frame(
        Language language,
        String path,
        Shopper shopper,
        Assortment assortment,
        int basketSize,
        String version) {
    private static final int IN_NAVIGATION = 10;

    public String lang() {
        return language.tag();
    }

    public Locale locale() {
        return language.locale();
    }

    public boolean loggedIn() {
        return shopper.customer().isPresent();
    }

    public String name() {
        return shopper.customer().map(Customer::name).orElse("");
    }

    public List<CategoryLink> navigation() {
        return categories().stream().limit(IN_NAVIGATION).toList();
    }

    public List<CategoryLink> categories() {
        return assortment.categories().stream()
                .map(name -> CategoryLink.of(name, assortment.of(name)))
                .toList();
    }

    public boolean isAt(String url) {
        return path.equals(url);
    }
}
