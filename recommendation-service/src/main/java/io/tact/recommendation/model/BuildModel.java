package io.tact.recommendation.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.KnownItems;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.History;
import io.tact.recommendation.history.Purchase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a model of all that is known and allowed now, and puts it in the place of the last one. */
@ApplicationScoped
class BuildModel {
    private final KnownItems items;
    private final Histories histories;
    private final Grants grants;
    private final CurrentModel current;
    private final Timer timer;

    BuildModel(
            KnownItems items,
            Histories histories,
            Consents consents,
            CurrentModel current,
            MeterRegistry metrics) {
        this.items = items;
        this.histories = histories;
        this.grants =
                new Grants(key -> consents.permissionsOf(List.of(key)), consents::allowConclusions);
        this.current = current;
        this.timer =
                Timer.builder("recommendation.model.build")
                        .description("How long making a model takes")
                        .register(metrics);
    }

    boolean consentChanged() {
        return grants.refresh(histories.keys());
    }

    void build() {
        timer.record(
                () -> {
                    var lesson = new Lesson(Catalogue.of(items.all()), ModelSettings.DEFAULTS);
                    histories.forEach((key, history) -> learn(lesson, key, history));
                    current.set(lesson.model());
                });
    }

    private void learn(Lesson lesson, IdentityKey key, History history) {
        if (grants.experience(key)) {
            lesson.learnVisits(history.serving(Purpose.EXPERIENCE));
        }
        if (grants.measurement(key)) {
            lesson.countViews(history.serving(Purpose.MEASUREMENT));
        }
        for (Purchase purchase : history.purchases()) {
            if (purchase.recordedBy().equals(key) && grants.order(purchase.identities())) {
                lesson.learnPurchase(purchase);
            }
        }
    }
}
