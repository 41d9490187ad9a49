package io.tact.recommendation.answer;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.recommendation.model.Model;
import io.tact.recommendation.session.NeighbourSettings;
import io.tact.recommendation.session.Scratch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Answers one page: without the person, unless the person allows. In memory, without waiting. */
@ApplicationScoped
class Recommend {
    private static final ThreadLocal<Scratch> SCRATCH =
            ThreadLocal.withInitial(() -> new Scratch(NeighbourSettings.DEFAULTS));

    private final Consents consents;
    private final Shoppers shoppers;
    private final MeterRegistry metrics;

    Recommend(Consents consents, Shoppers shoppers, MeterRegistry metrics) {
        this.consents = consents;
        this.shoppers = shoppers;
        this.metrics = metrics;
    }

    /**
     * @param personal whether the person's own history chose
     * @param suggestions by this model's places
     */
    record Recommended(Rung rung, boolean personal, List<Suggestion> suggestions) {}

    Uni<Recommended> recommend(Model model, Page page, Caller caller) {
        return caller.isStranger()
                ? Uni.createFrom().item(forEverybody(model, page))
                : consents.permissions(caller)
                        .map(permissions -> allowed(model, page, caller, permissions));
    }

    private Recommended allowed(Model model, Page page, Caller caller, Permissions permissions) {
        Purpose purpose = page.placement().purpose();
        return permissions.allows(purpose)
                ? forPerson(
                        model, page, shoppers.of(caller.keys(), purpose, Instant.now()), purpose)
                : forEverybody(model, page);
    }

    private Recommended forEverybody(Model model, Page page) {
        return counted(
                page, new Recommended(Rung.NONE, false, new PageAnswer(model, page).suggestions()));
    }

    private Recommended forPerson(Model model, Page page, Shopper shopper, Purpose purpose) {
        var answer = new PersonalAnswer(model, page, shopper, SCRATCH.get()).choose();
        return counted(
                page, new Recommended(Rung.of(purpose), answer.personal(), answer.suggestions()));
    }

    private Recommended counted(Page page, Recommended answer) {
        metrics.counter(
                        "recommendation.answers",
                        "placement",
                        page.placement().wire(),
                        "rung",
                        answer.rung.wire())
                .increment();
        return answer;
    }
}
