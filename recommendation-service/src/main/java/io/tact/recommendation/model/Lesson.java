package io.tact.recommendation.model;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.CatalogueEntry;
import io.tact.recommendation.complement.Assortment;
import io.tact.recommendation.complement.Basket;
import io.tact.recommendation.complement.Complements;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Hash;
import io.tact.recommendation.history.History;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.popularity.Interest;
import io.tact.recommendation.popularity.Popularity;
import io.tact.recommendation.session.PastSession;
import io.tact.recommendation.session.SessionIndex;
import io.tact.recommendation.session.SessionNeighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Collects what may be learned, in any order, and makes a model of it. What the catalogue does not
 * know is left out, and visits teach nothing about sensitive items.
 */
final class Lesson {
    private static final int LONGEST_VISIT = 100;
    private static final int ITEM = 1;
    private static final int VISIT = 2;
    private static final int VIEW = 3;
    private static final int ORDER = 4;

    private final Catalogue catalogue;
    private final ModelSettings settings;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<Dated<PastSession>> sessions = new ArrayList<>();
    private final List<Dated<Basket>> baskets = new ArrayList<>();
    private final Interest views = new Interest();
    private final Interest orders = new Interest();

    Lesson(Catalogue catalogue, ModelSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
        fingerprint.add(Hash.of(settings.toString()), ITEM);
        for (CatalogueEntry entry : catalogue.entries()) {
            fingerprint.add(Hash.of(entry.item().id()) + entry.version(), ITEM);
        }
    }

    /** Under {@code experience} of who did it. */
    void learnVisits(History history) {
        for (List<Deed> visit : history.visits()) {
            int[] clicks = clicks(visit);
            if (clicks.length > 1) {
                Deed last = visit.get(visit.size() - 1);
                long second = TimeUnit.MILLISECONDS.toSeconds(last.atMillis());
                sessions.add(
                        new Dated<>(
                                last.atMillis(), last.event(), new PastSession(clicks, second)));
                visit.forEach(deed -> fingerprint.add(deed.event(), VISIT));
            }
        }
    }

    /** Under {@code measurement} of who did it. */
    void countViews(History history) {
        for (Deed deed : history.deeds()) {
            int place = catalogue.place(deed.itemId());
            if (deed.act() == Act.VIEWED && place != Catalogue.NOWHERE) {
                views.add(place, day(deed.atMillis()));
                fingerprint.add(deed.event(), VIEW);
            }
        }
    }

    void learnPurchase(Purchase purchase) {
        int[] items =
                purchase.itemIds().stream()
                        .mapToInt(catalogue::place)
                        .filter(place -> place != Catalogue.NOWHERE)
                        .distinct()
                        .toArray();
        if (items.length > 0) {
            int day = day(purchase.atMillis());
            baskets.add(new Dated<>(purchase.atMillis(), purchase.event(), new Basket(items, day)));
            IntStream.of(items).forEach(item -> orders.add(item, day));
            fingerprint.add(purchase.event(), ORDER);
        }
    }

    /** A second click on the same item says nothing new. */
    private int[] clicks(List<Deed> visit) {
        int[] clicks = new int[Math.min(visit.size(), LONGEST_VISIT)];
        int count = 0;
        for (Deed deed : visit.subList(visit.size() - clicks.length, visit.size())) {
            int place = catalogue.place(deed.itemId());
            boolean counts =
                    deed.act() != Act.REMOVED
                            && place != Catalogue.NOWHERE
                            && !catalogue.item(place).isSensitive();
            if (counts && (count == 0 || clicks[count - 1] != place)) {
                clicks[count++] = place;
            }
        }
        return Arrays.copyOf(clicks, count);
    }

    private static int day(long millis) {
        return (int) TimeUnit.MILLISECONDS.toDays(millis);
    }

    Model model() {
        int items = catalogue.size();
        var index = SessionIndex.of(oldestFirst(sessions), items, settings.sessions().sample());
        return new Model(
                fingerprint.toString(),
                catalogue,
                new SessionNeighbours(index, settings.sessions()),
                new Complements(oldestFirst(baskets), assortment(), settings.complements()),
                Popularity.of(views, orders, items, settings.popularity()));
    }

    private Assortment assortment() {
        int[] productOf = new int[catalogue.size()];
        int[] typeOf = new int[catalogue.size()];
        int products = 0;
        for (int place = 0; place < productOf.length; place++) {
            int product = catalogue.product(place);
            productOf[place] = product;
            typeOf[product] = catalogue.type(place);
            products = Math.max(products, product + 1);
        }
        return new Assortment(productOf, Arrays.copyOf(typeOf, products));
    }

    private static <T> List<T> oldestFirst(List<Dated<T>> dated) {
        return dated.stream()
                .sorted(
                        Comparator.<Dated<T>>comparingLong(Dated::atMillis)
                                .thenComparingLong(Dated::event))
                .map(Dated::what)
                .toList();
    }

    /** The event breaks ties, so that every replica sorts alike. */
    private record Dated<T>(long atMillis, long event, T what) {}
}
