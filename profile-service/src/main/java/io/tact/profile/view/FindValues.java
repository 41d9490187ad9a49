package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.ReadComputed;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.trait.Adulthood;
import io.tact.profile.trait.KnownTrait;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * All values of some identities, whatever they may be used for: what was said, and what follows.
 */
@ApplicationScoped
public class FindValues {
    private final Pool pool;
    private final TraitStore traits;
    private final ReadComputed computed;
    private final CurrentLimits limits;

    FindValues(Pool pool, TraitStore traits, ReadComputed computed, CurrentLimits limits) {
        this.pool = pool;
        this.traits = traits;
        this.computed = computed;
        this.limits = limits;
    }

    /** What was said first. */
    public Uni<List<KnownTrait>> of(List<IdentityKey> identities, Instant now) {
        return traits.of(identities, now)
                .chain(
                        said ->
                                inferred(pool, identities, said, now)
                                        .map(
                                                inferred ->
                                                        Stream.of(said, inferred)
                                                                .flatMap(List::stream)
                                                                .toList()));
    }

    /**
     * Only what follows.
     *
     * @param client in whose transaction it is read
     */
    public Uni<List<KnownTrait>> inferred(
            SqlClient client, List<IdentityKey> identities, Instant now) {
        return traits.of(client, identities, now)
                .chain(said -> inferred(client, identities, said, now));
    }

    /** Of somebody who may be a minor, or does not want it, there is nothing. */
    private Uni<List<KnownTrait>> inferred(
            SqlClient client, List<IdentityKey> identities, List<KnownTrait> said, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (Adulthood.of(said, said, today) != Adulthood.ADULT) {
            return Uni.createFrom().item(List.of());
        }
        return limits.allowConclusions(identities)
                .chain(
                        allowed ->
                                allowed
                                        ? computed.about(client, identities, said, now)
                                        : Uni.createFrom().item(List.<KnownTrait>of()));
    }
}
