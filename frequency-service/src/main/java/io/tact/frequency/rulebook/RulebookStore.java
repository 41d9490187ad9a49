package io.tact.frequency.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.frequency.campaign.Campaign;
import io.tact.frequency.campaign.CampaignDefinition;
import io.tact.frequency.cap.Label;
import io.tact.frequency.policy.PolicyDefinition;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the whole registry in one statement, and so at one version. */
@ApplicationScoped
class RulebookStore {
    private static final String READ =
            """
            select json_build_object(
                'version', (select version from registry),
                'campaigns', (select coalesce(json_agg(json_build_object(
                    'id', id, 'definition', definition::json)), '[]') from campaign),
                'policies', (select coalesce(json_agg(json_build_object(
                    'id', id, 'definition', definition::json) order by id), '[]') from policy),
                'revisions', (select coalesce(json_agg(json_build_object(
                    'number', number, 'labels', labels::json)), '[]') from campaign_revision),
                'placements', (select coalesce(json_agg(json_build_object(
                    'number', number, 'name', name)), '[]') from placement))::text""";

    private final ObjectMapper json;

    RulebookStore(ObjectMapper json) {
        this.json = json;
    }

    Uni<Rulebook> read(SqlClient database) {
        return database.preparedQuery(READ)
                .execute()
                .map(rows -> parse(rows.iterator().next().getString(0)).rulebook());
    }

    private Content parse(String text) {
        try {
            return json.readValue(text, Content.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The registry cannot be read", damaged);
        }
    }

    record Content(
            long version,
            List<SavedCampaign> campaigns,
            List<SavedPolicy> policies,
            List<Revision> revisions,
            List<Placement> placements) {

        Rulebook rulebook() {
            return new Rulebook(
                    version,
                    campaigns.stream()
                            .map(saved -> saved.definition.campaign(saved.id))
                            .collect(Collectors.toMap(Campaign::id, Function.identity())),
                    policies.stream()
                            .flatMap(saved -> saved.definition.policy(saved.id).rules().stream())
                            .toList(),
                    new LabelNumbers(numbered(), placed()));
        }

        private Map<Integer, Set<Label>> numbered() {
            return revisions.stream()
                    .collect(
                            Collectors.toMap(
                                    Revision::number,
                                    revision ->
                                            revision.labels.stream()
                                                    .map(Label::new)
                                                    .collect(Collectors.toSet())));
        }

        private Map<String, Integer> placed() {
            return placements.stream()
                    .collect(Collectors.toMap(Placement::name, Placement::number));
        }
    }

    record SavedCampaign(String id, CampaignDefinition definition) {}

    record SavedPolicy(String id, PolicyDefinition definition) {}

    record Revision(int number, List<String> labels) {}

    record Placement(int number, String name) {}
}
