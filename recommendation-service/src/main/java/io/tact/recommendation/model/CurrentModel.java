package io.tact.recommendation.model;

import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.CurrentCatalogue;
import jakarta.enterprise.context.ApplicationScoped;

/** The model that is being answered from. A request takes it once and keeps it to its end. */
@ApplicationScoped
public class CurrentModel {
    private final CurrentCatalogue catalogue;
    private volatile Model model = new Lesson(Catalogue.EMPTY, ModelSettings.DEFAULTS).model();

    CurrentModel(CurrentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Model get() {
        return model;
    }

    void set(Model newer) {
        model = newer;
        catalogue.set(newer.catalogue());
    }
}
