package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.model.Model;
import java.util.List;
import java.util.function.IntPredicate;

/** What a page gets from itself: a pure function of page and model. */
final class PageAnswer {
    private final Page page;
    private final Catalogue catalogue;
    private final Sources sources;

    PageAnswer(Model model, Page page) {
        this.page = page;
        this.catalogue = model.catalogue();
        this.sources = new Sources(model);
    }

    List<Suggestion> suggestions() {
        IntPredicate wanted = place -> page.mayShow(catalogue, place);
        var shelf = new Shelf(catalogue, wanted, page.limit());
        offer(shelf, wanted);
        fillUp(shelf);
        return shelf.list();
    }

    /** Offers what belongs here, and nothing to fill up. */
    void offer(Shelf shelf, IntPredicate wanted) {
        switch (page.placement()) {
            case PRODUCT_COMPLEMENTS ->
                    page.item().ifPresent(item -> shelf.offerAll(sources.boughtWith(item, wanted)));
            case PRODUCT_SIMILAR ->
                    page.item().ifPresent(item -> shelf.offerAll(sources.similar(item, wanted)));
            case BASKET_COMPLEMENTS -> shelf.offerAll(sources.boughtWithAny(page.basket(), wanted));
            case CATEGORY_POPULAR, HOME_POPULAR, HOME_SESSION, SLOT_RETARGETING ->
                    offerPopular(shelf, false);
        }
    }

    /** Only if the page asks for it, and labelled. */
    void fillUp(Shelf shelf) {
        if (page.fill() && !shelf.isFull()) {
            offerPopular(shelf, true);
        }
    }

    private void offerPopular(Shelf shelf, boolean fill) {
        if (page.category() == null) {
            sources.popular(place -> true, Reason.POPULAR, fill, shelf);
        } else {
            sources.popular(this::fits, Reason.POPULAR_IN_CATEGORY, fill, shelf);
        }
    }

    /** Where something beside the item is wanted, another of its type is not. */
    private boolean fits(int place) {
        boolean beside = page.placement() == Placement.PRODUCT_COMPLEMENTS;
        return catalogue.item(place).category().equals(page.category())
                && (!beside || page.item().stream().noneMatch(item -> isOfOneType(item, place)));
    }

    private boolean isOfOneType(int item, int other) {
        return catalogue.type(item) == catalogue.type(other);
    }
}
