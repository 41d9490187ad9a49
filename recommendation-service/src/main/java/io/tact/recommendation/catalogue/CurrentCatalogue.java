package io.tact.recommendation.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

/** The catalogue that is being answered from. */
@ApplicationScoped
public class CurrentCatalogue {
    private volatile Catalogue catalogue = Catalogue.EMPTY;

    public Catalogue get() {
        return catalogue;
    }

    public void set(Catalogue newer) {
        catalogue = newer;
    }
}
