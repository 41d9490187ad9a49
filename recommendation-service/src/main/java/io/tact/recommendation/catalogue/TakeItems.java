package io.tact.recommendation.catalogue;

import io.smallrye.mutiny.Uni;
import io.tact.recommendation.relay.RecommendationRelay;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what is good of a feed. One statement, all of it or nothing. */
@ApplicationScoped
class TakeItems {
    private final CatalogueStore store;
    private final RecommendationRelay relay;

    TakeItems(CatalogueStore store, RecommendationRelay relay) {
        this.store = store;
        this.relay = relay;
    }

    /**
     * @return how many items were new or different
     */
    Uni<Integer> take(Feed feed, String requestId) {
        if (feed.good().isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return store.save(feed.good(), requestId).invoke(relay::nudge);
    }
}
