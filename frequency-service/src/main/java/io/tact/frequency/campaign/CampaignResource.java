package io.tact.frequency.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.campaign.CampaignStore.SavedCampaign;
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

/** What may be advertised. */
@Path("/v1/campaigns")
@Tag(name = "campaigns")
@SecurityRequirement(name = FrequencyApi.BEARER)
class CampaignResource {
    private final CampaignStore store;
    private final SaveCampaign saving;
    private final RegistryVersion version;

    CampaignResource(CampaignStore store, SaveCampaign saving, RegistryVersion version) {
        this.store = store;
        this.saving = saving;
        this.version = version;
    }

    @GET
    @RolesAllowed({"campaign-manager", "analyst"})
    @Operation(summary = "All campaigns and the version of the registry")
    public Uni<CampaignList> all() {
        return version.with(store::all, CampaignList::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"campaign-manager", "analyst"})
    @Operation(summary = "One campaign; 404 if there is none of this id")
    public Uni<CampaignAnswer> one(@RestPath String id) {
        return Panache.withSession(() -> store.one(id))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.campaignUnknown(id))
                .map(CampaignAnswer::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("campaign-manager")
    @Operation(
            summary = "Saves a campaign, a new one or in place of the old",
            description = "In force on all replicas when this answers.")
    public Uni<CampaignAnswer> save(@RestPath String id, @Nullable CampaignDefinition definition) {
        Campaign campaign = Problems.readable(definition, given -> given.campaign(id));
        return saving.save(campaign)
                .map(version -> CampaignAnswer.of(new SavedCampaign(campaign, version)));
    }

    public record CampaignList(List<CampaignAnswer> campaigns, long version) {
        static CampaignList of(List<SavedCampaign> all, long version) {
            return new CampaignList(all.stream().map(CampaignAnswer::of).toList(), version);
        }
    }

    public record CampaignAnswer(
            String id, @JsonUnwrapped CampaignDefinition definition, long version) {
        static CampaignAnswer of(SavedCampaign saved) {
            return new CampaignAnswer(
                    saved.campaign().id(),
                    CampaignDefinition.of(saved.campaign()),
                    saved.version());
        }
    }
}
