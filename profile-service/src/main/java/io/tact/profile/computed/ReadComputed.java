package io.tact.profile.computed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.PartStore.Found;
import io.tact.profile.keeping.Retention;
import io.tact.profile.keeping.RetentionConfig;
import io.tact.profile.protection.ProtectedCategories;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.ValueClass;
import io.tact.profile.trait.WinningTraits;
import io.vertx.core.json.Json;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is true of somebody by the definitions for a purpose. */
@ApplicationScoped
public class ReadComputed {
    /** Stands as the source of such values. */
    public static final String SOURCE = "computed";

    private final LiveDefinitions definitions;
    private final PartStore parts;
    private final Retention retention;
    private final ProtectedCategories categories = ProtectedCategories.shipped();

    @Inject
    ReadComputed(LiveDefinitions definitions, PartStore parts, RetentionConfig config) {
        this(definitions, parts, config.retention());
    }

    ReadComputed(LiveDefinitions definitions, PartStore parts, Retention retention) {
        this.definitions = definitions;
        this.parts = parts;
        this.retention = retention;
    }

    /**
     * @param client whose connection is used
     * @param usable the identities whose events may be looked at together for this
     * @param traits that may be looked at
     */
    public Uni<List<KnownTrait>> of(
            SqlClient client,
            List<IdentityKey> usable,
            Purpose purpose,
            Collection<KnownTrait> traits,
            Instant now) {
        List<LiveDefinition> asked = definitions.of(purpose);
        if (asked.isEmpty() || usable.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return parts.of(client, usable, asked.stream().map(LiveDefinition::id).toList())
                .map(found -> values(asked, found, traits, usable.get(0), now));
    }

    /**
     * What follows for whoever may ask about these, for each purpose by itself.
     *
     * @param client in whose transaction it is read
     */
    public Uni<List<KnownTrait>> about(
            SqlClient client,
            List<IdentityKey> identities,
            Collection<KnownTrait> traits,
            Instant now) {
        List<Purpose> purposes =
                definitions.all().stream()
                        .map(live -> live.definition().purpose())
                        .distinct()
                        .toList();
        return Multi.createFrom()
                .iterable(purposes)
                .onItem()
                .transformToUniAndConcatenate(
                        purpose -> of(client, identities, purpose, winning(traits, purpose), now))
                .collect()
                .with(Collectors.flatMapping(List::stream, Collectors.toList()));
    }

    private static Collection<KnownTrait> winning(Collection<KnownTrait> traits, Purpose purpose) {
        return WinningTraits.of(
                        traits.stream()
                                .filter(trait -> trait.purposes().contains(purpose))
                                .toList())
                .values();
    }

    private List<KnownTrait> values(
            List<LiveDefinition> asked,
            List<Found> found,
            Collection<KnownTrait> traits,
            IdentityKey under,
            Instant now) {
        Map<Long, List<Found>> byDefinition =
                found.stream().collect(Collectors.groupingBy(Found::definition));
        Map<String, Object> plain = plain(traits);
        return asked.stream()
                .flatMap(
                        live ->
                                value(
                                        live,
                                        byDefinition.getOrDefault(live.id(), List.of()),
                                        plain,
                                        now)
                                        .map(value -> known(live.definition(), value, under, now))
                                        .stream())
                .toList();
    }

    private Optional<Object> value(
            LiveDefinition live, List<Found> found, Map<String, Object> traits, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, Part> parts = new HashMap<>();
        for (Found one : found) {
            Over over = live.definition().over().get(one.name());
            if (over != null && over.reaches(one.day(), today) && mayBeUsed(live, one, now)) {
                parts.merge(one.name(), PartRow.read(over.take(), one.taken()), Part::and);
            }
        }
        return live.compiled().value(parts, traits);
    }

    /**
     * A part is of one piece: from the end of its earliest event it is not used, until it has been
     * made again of the others.
     */
    private boolean mayBeUsed(LiveDefinition live, Found part, Instant now) {
        return retention.serves(live.definition().purpose(), part.since(), now);
    }

    /** What is of a protected category is no evidence, whoever said it. */
    private Map<String, Object> plain(Collection<KnownTrait> traits) {
        var plain = new HashMap<String, Object>();
        for (KnownTrait trait : traits) {
            Object value = Json.decodeValue(trait.value());
            boolean isProtected =
                    categories.ofText(trait.name()).isPresent()
                            || value instanceof String text && categories.ofText(text).isPresent();
            if (!isProtected && value != null) {
                plain.put(trait.name(), Plain.of(value));
            }
        }
        return plain;
    }

    private static KnownTrait known(
            Definition definition, Object value, IdentityKey under, Instant now) {
        return new KnownTrait(
                definition.name(),
                Objects.requireNonNull(Json.encode(value)),
                ValueClass.INFERRED,
                under,
                java.util.Set.of(definition.purpose()),
                SOURCE,
                now,
                definition.name(),
                null,
                null);
    }
}
