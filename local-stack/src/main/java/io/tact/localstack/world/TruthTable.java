package io.tact.localstack.world;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The right answers of the demo world, by kind.
 *
 * @param complements what a shopper who came for the kind also takes: a recommender should find
 *     them
 * @param related the complements, and whatever one intent can put into the same basket (gloves with
 *     a hat, as both go with a coat): a recommender may offer them
 * @param never all other kinds, the kind itself and unrelated staples among them: offering one is
 *     an error
 */
public record TruthTable(
        Map<String, Set<String>> complements,
        Map<String, Set<String>> related,
        Map<String, Set<String>> never) {

    public static TruthTable of(List<Kind> kinds) {
        Map<String, Set<String>> complements = new LinkedHashMap<>();
        Map<String, Set<String>> related = new LinkedHashMap<>();
        Map<String, Set<String>> never = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            complements.put(kind.name(), together(kind));
            related.put(kind.name(), new LinkedHashSet<>());
            never.put(kind.name(), names(kinds));
        }
        complements.forEach(
                (name, others) -> {
                    Set<String> basket = new LinkedHashSet<>(others);
                    basket.add(name);
                    basket.forEach(one -> of(related, one).addAll(basket));
                });
        related.forEach(
                (name, others) -> {
                    others.remove(name);
                    of(never, name).removeAll(others);
                });
        return new TruthTable(complements, related, never);
    }

    public Set<String> complements(String kind) {
        return of(complements, kind);
    }

    public Set<String> related(String kind) {
        return of(related, kind);
    }

    public Set<String> never(String kind) {
        return of(never, kind);
    }

    private static Set<String> together(Kind kind) {
        return kind.complements().stream()
                .map(Complement::kind)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> names(List<Kind> kinds) {
        return kinds.stream().map(Kind::name).collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> of(Map<String, Set<String>> table, String kind) {
        Set<String> kinds = table.get(kind);
        if (kinds == null) {
            throw new IllegalArgumentException("not a kind of the demo world: " + kind);
        }
        return kinds;
    }
}
