package io.tact.frequency.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.registry.RegistryVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a campaign into the registry, in force everywhere from the commit on. */
@ApplicationScoped
class SaveCampaign {
    private final CampaignStore store;
    private final RegistryVersion version;

    SaveCampaign(CampaignStore store, RegistryVersion version) {
        this.store = store;
        this.version = version;
    }

    /** The version under which it is saved. */
    Uni<Long> save(Campaign campaign) {
        return Panache.withTransaction(
                        () -> version.raise().call(raised -> store.save(campaign, raised)))
                .invoke(version::announce);
    }
}
