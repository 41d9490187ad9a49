package io.tact.recommendation.answer;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Purchase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a shopper seems to be about: read from their history against a catalogue. Sensitive items
 * are never evidence.
 */
final class Intent {
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration SATISFIED = Duration.ofDays(30);
    private static final Duration RECENTLY_BOUGHT = Duration.ofDays(14);
    private static final Duration LEFT_BEHIND = Duration.ofDays(30);

    private final Shopper shopper;
    private final Catalogue catalogue;
    private final Set<Integer> boughtProducts = new HashSet<>();
    private final Set<Integer> satisfiedTypes = new HashSet<>();

    Intent(Shopper shopper, Catalogue catalogue) {
        this.shopper = shopper;
        this.catalogue = catalogue;
        for (Purchase purchase : shopper.history().purchases()) {
            for (String itemId : purchase.itemIds()) {
                remember(catalogue.place(itemId), purchase.atMillis());
            }
        }
    }

    private void remember(int place, long atMillis) {
        if (place != Catalogue.NOWHERE && !catalogue.item(place).consumable()) {
            boughtProducts.add(catalogue.product(place));
            if (isWithin(SATISFIED, atMillis)) {
                satisfiedTypes.add(catalogue.type(place));
            }
        }
    }

    /** A durable thing that they have, whatever its colour. */
    boolean has(int place) {
        return boughtProducts.contains(catalogue.product(place));
    }

    /** Bought one of these not long ago, and does not need another. */
    boolean isSatisfied(int place) {
        return satisfiedTypes.contains(catalogue.type(place));
    }

    /**
     * Places of what was clicked on the last visit, oldest first, without what has been bought
     * since.
     */
    List<Integer> clicks() {
        List<Integer> clicks = new ArrayList<>();
        for (Deed deed : lastVisit()) {
            int place = catalogue.place(deed.itemId());
            if (deed.act() != Act.REMOVED && isEvidence(place) && !isSatisfied(place)) {
                clicks.add(place);
            }
        }
        return clicks;
    }

    /** Whether the last visit is going on. */
    boolean isHere() {
        List<Deed> deeds = shopper.history().deeds();
        return !deeds.isEmpty() && isWithin(VISIT, deeds.get(deeds.size() - 1).atMillis());
    }

    private List<Deed> lastVisit() {
        List<List<Deed>> visits = shopper.history().visits();
        return visits.isEmpty() ? List.of() : visits.get(visits.size() - 1);
    }

    /** Places of what was bought not long ago, newest first. */
    List<Integer> recentlyBought() {
        List<Integer> bought = new ArrayList<>();
        for (Purchase purchase : shopper.history().purchases()) {
            if (isWithin(RECENTLY_BOUGHT, purchase.atMillis())) {
                purchase.itemIds().stream()
                        .map(catalogue::place)
                        .filter(this::isEvidence)
                        .forEach(place -> bought.add(0, place));
            }
        }
        return bought.stream().distinct().toList();
    }

    /** Places of what still lies in the basket, put there last first. */
    List<Integer> leftInBasket() {
        Map<String, Long> left = new LinkedHashMap<>();
        for (Deed deed : shopper.history().deeds()) {
            if (deed.act() == Act.ADDED && isWithin(LEFT_BEHIND, deed.atMillis())) {
                left.remove(deed.itemId());
                left.put(deed.itemId(), deed.atMillis());
            } else if (deed.act() == Act.REMOVED) {
                left.remove(deed.itemId());
            }
        }
        List<Integer> places = new ArrayList<>();
        left.forEach(
                (itemId, atMillis) -> {
                    int place = catalogue.place(itemId);
                    if (isEvidence(place) && !isBought(place, atMillis)) {
                        places.add(0, place);
                    }
                });
        return places;
    }

    /** A durable thing in any colour and at any time; a consumable one since it was wanted. */
    private boolean isBought(int wanted, long wantedAt) {
        boolean consumable = catalogue.item(wanted).consumable();
        for (Purchase order : shopper.orders()) {
            if (!consumable || order.atMillis() >= wantedAt) {
                for (String itemId : order.itemIds()) {
                    int place = catalogue.place(itemId);
                    if (place != Catalogue.NOWHERE
                            && catalogue.product(place) == catalogue.product(wanted)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isEvidence(int place) {
        return place != Catalogue.NOWHERE && !catalogue.item(place).isSensitive();
    }

    private boolean isWithin(Duration length, long atMillis) {
        return shopper.now().toEpochMilli() - atMillis <= length.toMillis();
    }
}
