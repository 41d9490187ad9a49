package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The list that is being filled: no longer than asked, each product once, nothing unwanted. */
final class Shelf {
    private final Catalogue catalogue;
    private final IntPredicate wanted;
    private final int limit;
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final Set<Integer> products = new HashSet<>();

    Shelf(Catalogue catalogue, IntPredicate wanted, int limit) {
        this.catalogue = catalogue;
        this.wanted = wanted;
        this.limit = limit;
    }

    boolean isFull() {
        return suggestions.size() == limit;
    }

    boolean isEmpty() {
        return suggestions.isEmpty();
    }

    /** Takes it if it is wanted, fits, and is no variant of what is there. */
    void offer(Suggestion suggestion) {
        if (!isFull()
                && wanted.test(suggestion.item())
                && products.add(catalogue.product(suggestion.item()))) {
            suggestions.add(suggestion);
        }
    }

    void offerAll(List<Suggestion> more) {
        more.forEach(this::offer);
    }

    List<Suggestion> list() {
        return List.copyOf(suggestions);
    }
}
