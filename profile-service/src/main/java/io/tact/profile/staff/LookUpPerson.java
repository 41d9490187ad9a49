package io.tact.profile.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.known.ExplainPerson;
import io.tact.profile.linking.FindPerson;
import io.tact.profile.reading.LookupLog;
import io.tact.profile.reading.LookupLog.Lookup;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains somebody to the staff, behind a record of who wanted to know and why. */
@ApplicationScoped
class LookUpPerson {
    static final int LONGEST_LOG = 500;

    private final Pool pool;
    private final LookupLog log;
    private final ExplainPerson explain;
    private final InstantSource clock = InstantSource.system();

    LookUpPerson(Pool pool, LookupLog log, ExplainPerson explain) {
        this.pool = pool;
        this.log = log;
        this.explain = explain;
    }

    /** Empty where nobody knows that identity; on record all the same. */
    Uni<Optional<StaffExplanation>> of(IdentityKey staff, IdentityKey whom, String reason) {
        return FindPerson.of(pool, whom)
                .call(person -> log.add(staff, recordedUnder(whom, person), reason))
                .chain(this::explained);
    }

    /** Nothing is explained but those for whom this was recorded. */
    private Uni<Optional<StaffExplanation>> explained(List<NamedIdentity> person) {
        return person.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : explain.of(person.stream().map(NamedIdentity::key).toList(), clock.instant())
                        .map(StaffExplanation::of)
                        .map(Optional::of);
    }

    /**
     * Whom they asked for, and the account that this is. Not each browser of it: who holds one does
     * not see what became of the account.
     */
    private static Set<IdentityKey> recordedUnder(IdentityKey whom, List<NamedIdentity> person) {
        return Stream.concat(
                        Stream.of(whom),
                        person.stream()
                                .filter(one -> one.type() == IdentityType.USER_ID)
                                .map(NamedIdentity::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The latest first. */
    Uni<List<Lookup>> latest() {
        return log.latest(LONGEST_LOG);
    }
}
