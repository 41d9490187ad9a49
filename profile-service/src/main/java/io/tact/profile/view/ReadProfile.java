package io.tact.profile.view;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.computed.ReadComputed;
import io.tact.profile.limit.CurrentLimits;
import io.tact.profile.linking.FindIdentities;
import io.tact.profile.reading.ReadLog;
import io.tact.profile.reading.ReadLog.Read;
import io.tact.profile.trait.Adulthood;
import io.tact.profile.trait.KnownTrait;
import io.tact.profile.trait.WinningTraits;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What may be used for one purpose, by name the value that counts. */
@ApplicationScoped
class ReadProfile {
    private final Pool pool;
    private final CurrentLimits limits;
    private final Consents consents;
    private final FindIdentities identities;
    private final TraitStore traits;
    private final FindTraits finding;
    private final ReadComputed computed;
    private final ReadLog log;
    private final InstantSource clock = InstantSource.system();

    ReadProfile(
            Pool pool,
            CurrentLimits limits,
            Consents consents,
            FindIdentities identities,
            TraitStore traits,
            FindTraits finding,
            ReadComputed computed,
            ReadLog log) {
        this.pool = pool;
        this.limits = limits;
        this.consents = consents;
        this.identities = identities;
        this.traits = traits;
        this.finding = finding;
        this.computed = computed;
        this.log = log;
    }

    /**
     * @param client who reads, and will be seen to have
     */
    Uni<Profile> read(Caller caller, Purpose purpose, String client) {
        return consents.arrivals(caller)
                .chain(() -> pool.withConnection(connection -> read(connection, caller, purpose)))
                .call(profile -> log.add(foremost(caller), profile.readBy(client, purpose)));
    }

    /** One connection, so that what does not depend on each other goes to the database at once. */
    private Uni<Profile> read(SqlConnection connection, Caller caller, Purpose purpose) {
        Instant now = clock.instant();
        Collection<IdentityKey> proven = caller.keys();
        return Uni.combine()
                .all()
                .unis(
                        limits.permissionsNow(connection, caller),
                        identities.of(
                                connection, proven, around -> traits.of(connection, around, now)))
                .asTuple()
                .chain(
                        read ->
                                profile(
                                        connection,
                                        read.getItem2(),
                                        proven,
                                        read.getItem1(),
                                        purpose,
                                        now));
    }

    private static IdentityKey foremost(Caller caller) {
        return Objects.requireNonNull(caller.foremost(), "somebody is being served").key();
    }

    /**
     * @param found who these are, and what is recorded of them and of others near them
     */
    private Uni<Profile> profile(
            SqlClient connection,
            Tuple2<Set<IdentityKey>, List<KnownTrait>> found,
            Collection<IdentityKey> proven,
            Permissions served,
            Purpose purpose,
            Instant now) {
        Set<IdentityKey> people = found.getItem1();
        boolean mayConclude = proven.stream().allMatch(consents::allowConclusions);
        List<IdentityKey> evidence =
                served.allows(purpose) && mayConclude
                        ? people.stream().filter(key -> allows(key, purpose)).toList()
                        : List.of();
        List<KnownTrait> known =
                found.getItem2().stream()
                        .filter(trait -> people.contains(trait.recordedUnder()))
                        .toList();
        List<KnownTrait> usable = finding.usable(known, served, purpose);
        return profile(connection, known, usable, evidence, mayConclude, purpose, now);
    }

    private boolean allows(IdentityKey key, Purpose purpose) {
        return consents.allowConclusions(key)
                && consents.permissionsOf(List.of(key)).allows(purpose);
    }

    /**
     * @param evidence the identities whose events may be looked at for this
     * @param mayConclude whether those who are being served have not objected
     */
    private Uni<Profile> profile(
            SqlClient connection,
            List<KnownTrait> known,
            List<KnownTrait> usable,
            List<IdentityKey> evidence,
            boolean mayConclude,
            Purpose purpose,
            Instant now) {
        Adulthood adulthood =
                Adulthood.of(known, usable, now.atOffset(ZoneOffset.UTC).toLocalDate());
        return computed.of(
                        connection,
                        adulthood == Adulthood.ADULT ? evidence : List.of(),
                        purpose,
                        WinningTraits.of(usable).values(),
                        now)
                .map(
                        inferred ->
                                new Profile(
                                        WinningTraits.of(
                                                Stream.of(usable, inferred)
                                                        .flatMap(List::stream)
                                                        .toList()),
                                        usable.size() < known.size(),
                                        adulthood,
                                        mayConclude));
    }

    /**
     * @param traits by name
     * @param withheld there is more that may not be used for this
     * @param adulthood nothing is inferred about anybody who may be a minor
     * @param mayConclude nor about anybody who does not want it
     */
    record Profile(
            Map<String, KnownTrait> traits,
            boolean withheld,
            Adulthood adulthood,
            boolean mayConclude) {
        Read readBy(String client, Purpose purpose) {
            return new Read(client, purpose, traits.keySet(), withheld);
        }
    }
}
