package io.tact.frequency.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PolicyStore implements PanacheRepositoryBase<PolicyRow, String> {
    private final ObjectMapper json;

    PolicyStore(ObjectMapper json) {
        this.json = json;
    }

    /** One at a time: the caller holds the registry's lock. */
    Uni<Void> save(Policy policy, long version) {
        return findById(policy.id())
                .onItem()
                .ifNull()
                .switchTo(
                        () -> {
                            var fresh = new PolicyRow();
                            fresh.id = policy.id();
                            return persist(fresh);
                        })
                .invoke(row -> row.set(policy, version, json))
                .chain(row -> flush());
    }

    Uni<List<SavedPolicy>> all() {
        return listAll(Sort.by("id")).map(rows -> rows.stream().map(this::saved).toList());
    }

    Uni<SavedPolicy> one(String id) {
        return findById(id).onItem().ifNotNull().transform(this::saved);
    }

    private SavedPolicy saved(PolicyRow row) {
        return new SavedPolicy(row.policy(json), row.version);
    }

    /** A policy with the version of the registry that it was saved under. */
    record SavedPolicy(Policy policy, long version) {}
}
