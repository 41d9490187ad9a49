package io.tact.storefront.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tact.storefront.catalogue.Item;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One page of a category, perhaps of one kind only.
 *
 * @param page from 1
 */
record CategoryView(
        String name,
        List<KindLink> kinds,
        Optional<String> kind,
        List<Model> models,
        int size,
        int page,
        int pages) {
    static final int PER_PAGE = 48;

    /** One thing in all its colours: the one that is shown, and how many there are. */
    record Model(Item item, int versions) {
        static Model of(List<Item> versions) {
            Item shown =
                    versions.stream().filter(Item::available).findFirst().orElse(versions.get(0));
            return new Model(shown, versions.size());
        }
    }

    /** A kind as a filter. */
    record KindLink(String name, String url, boolean chosen) {}

    static CategoryView of(String name, List<Item> all, Optional<String> kind, int wanted) {
        List<Model> chosen =
                models(
                        all.stream()
                                .filter(item -> kind.map(item.productType()::equals).orElse(true))
                                .toList());
        int pages = Math.max(1, (chosen.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.max(1, Math.min(wanted, pages));
        return new CategoryView(
                name,
                all.stream()
                        .map(Item::productType)
                        .distinct()
                        .map(type -> new KindLink(type, url(name, type), isChosen(kind, type)))
                        .toList(),
                kind,
                chosen.stream().skip((long) (page - 1) * PER_PAGE).limit(PER_PAGE).toList(),
                chosen.size(),
                page,
                pages);
    }

    private static List<Model> models(List<Item> items) {
        return items.stream()
                .collect(groupingBy(Item::model, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Model::of)
                .toList();
    }

    public String url() {
        return CategoryLink.url(name);
    }

    public String pageUrl(int number) {
        String base = kind.map(type -> url(name, type) + "&").orElse(url() + "?");
        return base + "page=" + number;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages;
    }

    private static boolean isChosen(Optional<String> kind, String type) {
        return kind.filter(type::equals).isPresent();
    }

    private static String url(String name, String type) {
        return CategoryLink.url(name) + "?kind=" + URLEncoder.encode(type, UTF_8);
    }
}
