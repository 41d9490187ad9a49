package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.Item;
import io.tact.recommendation.complement.Complement;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.ranking.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Where suggestions come from that need no person. */
final class Sources {
    private final Model model;
    private final Catalogue catalogue;

    Sources(Model model) {
        this.model = model;
        this.catalogue = model.catalogue();
    }

    /** What was bought with one item; of each product the first variant that is wanted. */
    List<Suggestion> boughtWith(int item, IntPredicate wanted) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Complement complement : model.complements().of(item)) {
            int variant = complement.first(wanted);
            if (variant != Complement.NONE) {
                suggestions.add(
                        Suggestion.of(variant, complement.share(), Reason.BOUGHT_WITH, item));
            }
        }
        return suggestions;
    }

    /**
     * What was bought with any of several and is of none of their types. Two that speak for the
     * same item count as independent: 1 − (1 − p)(1 − q).
     */
    List<Suggestion> boughtWithAny(List<Integer> items, IntPredicate wanted) {
        Set<Integer> types = new HashSet<>();
        items.forEach(item -> types.add(catalogue.type(item)));
        Map<Integer, Suggestion> found = new HashMap<>();
        for (int item : items) {
            for (Suggestion one : boughtWith(item, wanted)) {
                if (!types.contains(catalogue.type(one.item()))) {
                    found.merge(one.item(), one, Sources::together);
                }
            }
        }
        return found.values().stream().sorted(Suggestion.BEST_FIRST).toList();
    }

    private static Suggestion together(Suggestion one, Suggestion other) {
        List<Integer> because = new ArrayList<>(one.because());
        because.addAll(other.because());
        double score = 1 - (1 - one.score()) * (1 - other.score());
        return new Suggestion(
                one.item(), score, one.reason(), List.copyOf(because), one.told(), false);
    }

    /** Most wanted first, until the shelf is full. */
    void popular(IntPredicate among, Reason reason, boolean fill, Shelf shelf) {
        for (Ranked ranked : model.popularity().ranked()) {
            if (shelf.isFull()) {
                return;
            }
            if (among.test(ranked.item())) {
                shelf.offer(Suggestion.popular(ranked.item(), ranked.score(), reason, fill));
            }
        }
    }

    /** Of the same type, by what is said about them. */
    List<Suggestion> similar(int item, IntPredicate wanted) {
        Item one = catalogue.item(item);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int place = 0; place < catalogue.size(); place++) {
            if (catalogue.type(place) == catalogue.type(item) && wanted.test(place)) {
                double likeness = Likeness.of(one, catalogue.item(place));
                suggestions.add(Suggestion.of(place, likeness, Reason.SIMILAR, item));
            }
        }
        suggestions.sort(Suggestion.BEST_FIRST);
        return suggestions;
    }
}
