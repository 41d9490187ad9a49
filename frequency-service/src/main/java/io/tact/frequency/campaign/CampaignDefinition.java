package io.tact.frequency.campaign;

import static io.tact.frequency.registry.Given.given;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tact.frequency.campaign.Campaign.Kind;
import io.tact.frequency.cap.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in JSON, as the API takes and the table keeps it.
 *
 * @param kind {@code personal} or {@code contextual}
 * @param priority 0 to 1000, the higher wins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignDefinition(
        @Nullable String kind,
        @Nullable Integer priority,
        @Nullable List<String> placements,
        @Nullable List<String> labels,
        @Nullable Boolean active,
        @Nullable CreativeDefinition creative) {

    /**
     * @param type {@code item} or {@code fixed}; the rest belongs to the latter
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreativeDefinition(
            @Nullable String type,
            @Nullable String title,
            @Nullable String text,
            @Nullable String image,
            @Nullable String url) {

        public static CreativeDefinition of(Creative creative) {
            return creative instanceof Creative.Fixed fixed
                    ? new CreativeDefinition(
                            "fixed",
                            fixed.title(),
                            fixed.text().orElse(null),
                            fixed.image().orElse(null),
                            fixed.url())
                    : new CreativeDefinition("item", null, null, null, null);
        }

        Creative creative() {
            return switch (given("creative.type", type)) {
                case "item" -> new Creative.Item();
                case "fixed" ->
                        new Creative.Fixed(
                                given("creative.title", title),
                                Optional.ofNullable(text),
                                Optional.ofNullable(image),
                                given("creative.url", url));
                default ->
                        throw new IllegalArgumentException(
                                "creative.type is item or fixed, not '" + type + "'");
            };
        }
    }

    static CampaignDefinition of(Campaign campaign) {
        return new CampaignDefinition(
                campaign.kind().name().toLowerCase(Locale.ROOT),
                campaign.priority(),
                campaign.placements(),
                campaign.labels().stream().map(Label::value).sorted().toList(),
                campaign.active(),
                CreativeDefinition.of(campaign.creative()));
    }

    /**
     * @throws IllegalArgumentException naming what is missing or wrong
     */
    public Campaign campaign(String id) {
        return new Campaign(
                id,
                kindOf(),
                given("priority", priority),
                given("placements", placements),
                labels == null
                        ? Set.of()
                        : given("labels", labels).stream()
                                .map(Label::new)
                                .collect(Collectors.toSet()),
                active == null || active,
                given("creative", creative).creative());
    }

    private Kind kindOf() {
        return switch (given("kind", kind)) {
            case "personal" -> Kind.PERSONAL;
            case "contextual" -> Kind.CONTEXTUAL;
            default ->
                    throw new IllegalArgumentException(
                            "kind is personal or contextual, not '" + kind + "'");
        };
    }
}
