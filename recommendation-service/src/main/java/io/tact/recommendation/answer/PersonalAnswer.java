package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.session.Neighbourly;
import io.tact.recommendation.session.Scratch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** What a person gets who allows it: the page's answer with their own history in it. */
final class PersonalAnswer {
    private static final int CANDIDATES = 200;

    private final Model model;
    private final Page page;
    private final Shopper shopper;
    private final Intent intent;
    private final Scratch scratch;
    private final Catalogue catalogue;
    private final Sources sources;
    private final PageAnswer pageAnswer;

    PersonalAnswer(Model model, Page page, Shopper shopper, Scratch scratch) {
        this.model = model;
        this.page = page;
        this.shopper = shopper;
        this.scratch = scratch;
        this.catalogue = model.catalogue();
        this.intent = new Intent(shopper, catalogue);
        this.sources = new Sources(model);
        this.pageAnswer = new PageAnswer(model, page);
    }

    /**
     * @param personal whether the person's own history chose them, and did not only leave things
     *     out
     */
    record Chosen(List<Suggestion> suggestions, boolean personal) {}

    Chosen choose() {
        IntPredicate wanted = place -> page.mayShow(catalogue, place) && suits(place);
        var shelf = new Shelf(catalogue, wanted, page.limit());
        switch (page.placement()) {
            case HOME_SESSION -> shelf.offerAll(fromHistory(wanted));
            case SLOT_RETARGETING -> shelf.offerAll(leftInBasket());
            case BASKET_COMPLEMENTS -> {
                if (page.basket().isEmpty()) {
                    shelf.offerAll(sources.boughtWithAny(intent.leftInBasket(), wanted));
                }
            }
            case PRODUCT_COMPLEMENTS, PRODUCT_SIMILAR, CATEGORY_POPULAR, HOME_POPULAR -> {}
        }
        boolean personal = !shelf.isEmpty();
        if (!personal) {
            pageAnswer.offer(shelf, wanted);
        }
        pageAnswer.fillUp(shelf);
        return new Chosen(shelf.list(), personal);
    }

    private boolean suits(int place) {
        return switch (page.placement()) {
            case SLOT_RETARGETING ->
                    !shopper.stopped().test(catalogue.item(place).id()) && !intent.has(place);
            case PRODUCT_SIMILAR, CATEGORY_POPULAR -> !intent.has(place);
            case HOME_SESSION, HOME_POPULAR, PRODUCT_COMPLEMENTS, BASKET_COMPLEMENTS ->
                    !intent.has(place) && !intent.isSatisfied(place);
        };
    }

    /** What goes with the last visit and with what was bought; else what they said they like. */
    private List<Suggestion> fromHistory(IntPredicate wanted) {
        List<Suggestion> fused = Fusion.of(fromLastVisit(wanted), fromPurchases(wanted));
        return fused.isEmpty() ? declared() : fused;
    }

    /** By content where nobody went the same way before. */
    private List<Suggestion> fromLastVisit(IntPredicate wanted) {
        List<Integer> clicks = intent.clicks();
        if (clicks.isEmpty()) {
            return List.of();
        }
        Set<Integer> seen = new HashSet<>();
        clicks.forEach(place -> seen.add(catalogue.product(place)));
        IntPredicate unseen =
                place -> wanted.test(place) && !seen.contains(catalogue.product(place));
        List<Suggestion> found = neighbours(clicks, unseen);
        if (found.isEmpty()) {
            found = sources.similar(clicks.get(clicks.size() - 1), unseen);
        }
        boolean told = intent.isHere();
        return found.stream().map(one -> one.told(told)).toList();
    }

    private List<Suggestion> fromPurchases(IntPredicate wanted) {
        return sources.boughtWithAny(intent.recentlyBought(), wanted).stream()
                .map(one -> one.told(false))
                .toList();
    }

    private List<Suggestion> neighbours(List<Integer> clicks, IntPredicate unseen) {
        int[] evolving = clicks.stream().mapToInt(Integer::intValue).toArray();
        return model.neighbours().of(evolving, unseen, CANDIDATES, scratch).stream()
                .map(PersonalAnswer::suggestion)
                .toList();
    }

    private static Suggestion suggestion(Neighbourly neighbour) {
        return Suggestion.of(
                neighbour.item(), neighbour.score(), Reason.SESSION_NEIGHBOUR, neighbour.because());
    }

    private List<Suggestion> declared() {
        var shelf = new Shelf(catalogue, place -> true, CANDIDATES);
        sources.popular(
                place -> shopper.liked().contains(catalogue.item(place).productType()),
                Reason.DECLARED_PREFERENCE,
                false,
                shelf);
        return shelf.list();
    }

    private List<Suggestion> leftInBasket() {
        List<Integer> left = intent.leftInBasket();
        return left.stream()
                .map(
                        place ->
                                Suggestion.of(
                                        place,
                                        1.0 / (1 + left.indexOf(place)),
                                        Reason.LEFT_IN_BASKET,
                                        place))
                .toList();
    }
}
