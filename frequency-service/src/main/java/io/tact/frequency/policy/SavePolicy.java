package io.tact.frequency.policy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.capped.ForgetCaps;
import io.tact.frequency.registry.RegistryVersion;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts a policy in force, everywhere and for all impressions already made. What was published as
 * exhausted under the old rules is taken back; it is found again when somebody asks.
 */
@ApplicationScoped
class SavePolicy {
    private final PolicyStore store;
    private final RegistryVersion version;
    private final ForgetCaps forgetting;

    SavePolicy(PolicyStore store, RegistryVersion version, ForgetCaps forgetting) {
        this.store = store;
        this.version = version;
        this.forgetting = forgetting;
    }

    /** The version under which it is saved. */
    Uni<Long> save(Policy policy) {
        return Panache.withTransaction(
                        () ->
                                version.raise()
                                        .call(raised -> store.save(policy, raised))
                                        .call(forgetting::ofAllPersons))
                .invoke(version::announce);
    }
}
