package io.tact.frequency.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.cap.Label;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Campaigns, and the numbers under which impressions remember them. */
@ApplicationScoped
class CampaignStore implements PanacheRepositoryBase<CampaignRow, String> {
    private static final String NEW_REVISION =
            """
            insert into campaign_revision (campaign, labels)
            select ?1, ?2
            where not exists (select from campaign_revision where campaign = ?1 and labels = ?2)""";
    private static final String NEW_PLACEMENT =
            """
            insert into placement (name) select ?1
            where not exists (select from placement where name = ?1)""";

    private final ObjectMapper json;

    CampaignStore(ObjectMapper json) {
        this.json = json;
    }

    /** One at a time: the caller holds the registry's lock. */
    Uni<Void> save(Campaign campaign, long version) {
        return findById(campaign.id())
                .onItem()
                .ifNull()
                .switchTo(
                        () -> {
                            var fresh = new CampaignRow();
                            fresh.id = campaign.id();
                            return persist(fresh);
                        })
                .invoke(row -> row.set(campaign, version, json))
                .chain(row -> flush())
                .chain(() -> number(campaign));
    }

    Uni<List<SavedCampaign>> all() {
        return listAll(Sort.by("id")).map(rows -> rows.stream().map(this::saved).toList());
    }

    Uni<SavedCampaign> one(String id) {
        return findById(id).onItem().ifNotNull().transform(this::saved);
    }

    private SavedCampaign saved(CampaignRow row) {
        return new SavedCampaign(row.campaign(json), row.version);
    }

    private Uni<Void> number(Campaign campaign) {
        return run(NEW_REVISION, campaign.id(), labels(campaign))
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(campaign.placements())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                name -> run(NEW_PLACEMENT, name))
                                        .collect()
                                        .last()
                                        .replaceWithVoid());
    }

    private String labels(Campaign campaign) {
        try {
            return json.writeValueAsString(campaign.revision().stream().map(Label::value).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings are JSON", impossible);
        }
    }

    private static Uni<Integer> run(String sql, String... parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            for (int index = 0; index < parameters.length; index++) {
                                query.setParameter(index + 1, parameters[index]);
                            }
                            return query.executeUpdate();
                        });
    }

    /** A campaign with the version of the registry that it was saved under. */
    record SavedCampaign(Campaign campaign, long version) {}
}
