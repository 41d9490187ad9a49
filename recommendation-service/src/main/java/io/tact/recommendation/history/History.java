package io.tact.recommendation.history;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** What one identity did, oldest first. A value: whoever holds it sees it unchanged. */
public record History(List<Deed> deeds, List<Purchase> purchases) {
    public static final History EMPTY = new History(List.of(), List.of());

    /** Of an identity that does more than people do only the last so many deeds are kept. */
    static final int MOST = 500;

    private static final long PAUSE_MILLIS = 30 * 60 * 1_000L;

    /** With one more, unless it is known; what is known may be used for no more than both say. */
    History with(Deed deed) {
        if (deeds.stream().noneMatch(deed::isOneWith)) {
            return new History(inserted(deeds, deed, Deed.BY_TIME), purchases);
        }
        List<Deed> narrowed =
                deeds.stream()
                        .map(
                                known ->
                                        known.isOneWith(deed)
                                                ? known.narrowedTo(deed.purposes())
                                                : known)
                        .toList();
        return narrowed.equals(deeds) ? this : new History(narrowed, purchases);
    }

    /** With one more, unless it is known. */
    History with(Purchase purchase) {
        if (purchases.stream().anyMatch(known -> known.event() == purchase.event())) {
            return this;
        }
        return new History(deeds, inserted(purchases, purchase, Purchase.BY_TIME));
    }

    /** As if an event had never been. */
    History without(long event) {
        return new History(
                deeds.stream().filter(deed -> deed.event() != event).toList(),
                purchases.stream().filter(purchase -> purchase.event() != event).toList());
    }

    /** Of the deeds those that may be used for this; purchases stay. */
    public History serving(Purpose purpose) {
        return deeds.stream().allMatch(deed -> deed.purposes().contains(purpose))
                ? this
                : new History(
                        deeds.stream().filter(deed -> deed.purposes().contains(purpose)).toList(),
                        purchases);
    }

    /** Without the deeds before that; purchases stay. */
    History since(long millis) {
        return deeds.isEmpty() || deeds.get(0).atMillis() >= millis
                ? this
                : new History(
                        deeds.stream().filter(deed -> deed.atMillis() >= millis).toList(),
                        purchases);
    }

    /** As if what is forgotten had never been. */
    History without(IdentityKey owner, BiPredicate<IdentityKey, Instant> forgotten) {
        boolean oldest = !deeds.isEmpty() && forgotten.test(owner, deeds.get(0).at());
        List<Deed> keptDeeds =
                oldest
                        ? deeds.stream().filter(deed -> !forgotten.test(owner, deed.at())).toList()
                        : deeds;
        List<Purchase> keptPurchases =
                purchases.stream()
                        .flatMap(purchase -> purchase.without(forgotten).stream())
                        .filter(purchase -> purchase.identities().contains(owner))
                        .toList();
        return !oldest && keptPurchases.equals(purchases)
                ? this
                : new History(keptDeeds, keptPurchases);
    }

    int size() {
        return deeds.size() + purchases.size();
    }

    boolean isEmpty() {
        return deeds.isEmpty() && purchases.isEmpty();
    }

    /** The visits: a new one begins after half an hour, or when the sender says so. */
    public List<List<Deed>> visits() {
        List<List<Deed>> visits = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= deeds.size(); next++) {
            if (next == deeds.size() || isPause(deeds.get(next - 1), deeds.get(next))) {
                visits.add(deeds.subList(first, next));
                first = next;
            }
        }
        return visits;
    }

    private static boolean isPause(Deed one, Deed next) {
        boolean saidSo =
                one.session() != 0 && next.session() != 0 && one.session() != next.session();
        return saidSo || next.atMillis() - one.atMillis() > PAUSE_MILLIS;
    }

    /** All in one, by time. */
    public static History together(List<History> histories) {
        if (histories.size() == 1) {
            return histories.get(0);
        }
        return new History(
                histories.stream()
                        .flatMap(history -> history.deeds.stream())
                        .sorted(Deed.BY_TIME)
                        .toList(),
                histories.stream()
                        .flatMap(history -> history.purchases.stream())
                        .distinct()
                        .sorted(Purchase.BY_TIME)
                        .toList());
    }

    private static <T> List<T> inserted(List<T> sorted, T one, Comparator<T> order) {
        int place = sorted.size();
        while (place > 0 && order.compare(sorted.get(place - 1), one) > 0) {
            place--;
        }
        List<T> longer = new ArrayList<>(sorted.size() + 1);
        longer.addAll(sorted.subList(0, place));
        longer.add(one);
        longer.addAll(sorted.subList(place, sorted.size()));
        return List.copyOf(longer.size() > MOST ? longer.subList(1, longer.size()) : longer);
    }
}
