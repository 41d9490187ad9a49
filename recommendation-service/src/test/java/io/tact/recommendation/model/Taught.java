package io.tact.recommendation.model;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.history.Deed;
import io.tact.recommendation.history.Deed.Act;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Purchase;
import io.tact.recommendation.history.Purposes;
import java.time.Instant;
import java.util.List;

/** A model for tests, of shoppers who all allow everything. */
public final class Taught {
    private static final long LONG_AGO = Instant.parse("2025-12-01T00:00:00Z").toEpochMilli();

    private final Catalogue catalogue;
    private final Histories histories = new Histories();
    private long events;

    public Taught(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** So many shoppers, each with one visit. */
    public Taught visits(int shoppers, String... itemIds) {
        for (int shopper = 0; shopper < shoppers; shopper++) {
            IdentityKey key = People.key("visitor" + ++events);
            for (String itemId : itemIds) {
                histories.add(
                        key,
                        new Deed(++events, Act.VIEWED, itemId, LONG_AGO + events, 0, Purposes.ALL));
            }
        }
        return this;
    }

    /** So many orders of the same. */
    public Taught orders(int orders, String... itemIds) {
        for (int order = 0; order < orders; order++) {
            IdentityKey key = People.key("buyer" + ++events);
            histories.add(new Purchase(events, List.of(itemIds), LONG_AGO, key, List.of(key)));
        }
        return this;
    }

    public Model model() {
        return of(catalogue, histories);
    }

    public static Model of(Catalogue catalogue, Histories histories) {
        var lesson = new Lesson(catalogue, ModelSettings.DEFAULTS);
        histories.forEach(
                (key, history) -> {
                    lesson.learnVisits(history);
                    lesson.countViews(history);
                    history.purchases().stream()
                            .filter(purchase -> purchase.recordedBy().equals(key))
                            .forEach(lesson::learnPurchase);
                });
        return lesson.model();
    }
}
