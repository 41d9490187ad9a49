package io.tact.storefront.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.storefront.catalogue.Item;
import java.net.URLEncoder;
import java.util.List;

/**
 * The way to a category, with an item to picture it.
 *
 * @param size how many things it holds, whatever their colours
 */
record CategoryLink(String name, String url, int size, Item sample) {

    static CategoryLink of(String name, List<Item> items) {
        int models = (int) items.stream().map(Item::model).distinct().count();
        return new CategoryLink(name, url(name), models, items.get(0));
    }

    static String url(String name) {
        return "/categories/" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }
}
