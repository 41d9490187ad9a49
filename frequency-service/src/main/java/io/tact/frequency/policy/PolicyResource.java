package io.tact.frequency.policy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.policy.PolicyDefinition.RuleDefinition;
import io.tact.frequency.policy.PolicyStore.SavedPolicy;
import io.tact.frequency.problem.FrequencyApi;
import io.tact.frequency.problem.Problems;
import io.tact.frequency.registry.RegistryVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How often is too often. */
@Path("/v1/policies")
@Tag(name = "policies")
@SecurityRequirement(name = FrequencyApi.BEARER)
class PolicyResource {
    private final PolicyStore store;
    private final SavePolicy saving;
    private final RegistryVersion version;

    PolicyResource(PolicyStore store, SavePolicy saving, RegistryVersion version) {
        this.store = store;
        this.saving = saving;
        this.version = version;
    }

    @GET
    @RolesAllowed({"campaign-manager", "analyst"})
    @Operation(summary = "All policies and the version of the registry")
    public Uni<PolicyList> all() {
        return version.with(store::all, PolicyList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"campaign-manager", "analyst"})
    @Operation(summary = "One policy; 404 if there is none of this id")
    public Uni<PolicyAnswer> one(@RestPath String id) {
        return Panache.withSession(() -> store.one(id))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.policyUnknown(id))
                .map(PolicyAnswer::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("campaign-manager")
    @Operation(
            summary = "Saves a policy, a new one or in place of the old",
            description =
                    "In force on all replicas when this answers, for impressions already made as well.")
    public Uni<PolicyAnswer> save(@RestPath String id, @Nullable PolicyDefinition definition) {
        Policy policy = Problems.readable(definition, given -> given.policy(id));
        return saving.save(policy)
                .map(version -> PolicyAnswer.of(new SavedPolicy(policy, version)));
    }

    public record PolicyList(List<PolicyAnswer> policies, long version) {
        static PolicyList of(List<SavedPolicy> all, long version) {
            return new PolicyList(all.stream().map(PolicyAnswer::of).toList(), version);
        }
    }

    public record PolicyAnswer(String id, @Nullable List<RuleDefinition> rules, long version) {
        static PolicyAnswer of(SavedPolicy saved) {
            return new PolicyAnswer(
                    saved.policy().id(),
                    PolicyDefinition.of(saved.policy()).rules(),
                    saved.version());
        }
    }
}
