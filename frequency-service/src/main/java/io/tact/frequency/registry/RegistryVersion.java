package io.tact.frequency.registry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The version of all campaigns and policies together. Every decision compares it in its own
 * statement; what is kept here only tells this replica early that it has to read again.
 */
@ApplicationScoped
public class RegistryVersion {
    private final Pool database;
    private final AtomicLong newest = new AtomicLong();

    RegistryVersion(Pool database) {
        this.database = database;
    }

    /**
     * The next version, in the running transaction, which holds the registry's lock from now on.
     */
    public Uni<Long> raise() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "update registry set version = version + 1")
                                        .executeUpdate()
                                        .chain(
                                                () ->
                                                        session.createNativeQuery(
                                                                        "select version from registry",
                                                                        Long.class)
                                                                .getSingleResult()));
    }

    /** What was committed last. */
    public Uni<Long> read() {
        return database.query("select version from registry")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .invoke(this::announce);
    }

    /** All of a part of the registry, with a version that it is at least of. */
    public <T, A> Uni<A> with(Supplier<Uni<List<T>>> reading, BiFunction<List<T>, Long, A> answer) {
        return read().chain(
                        version ->
                                Panache.withSession(reading)
                                        .map(all -> answer.apply(all, version)));
    }

    /** Says that this version is committed. */
    public void announce(long version) {
        newest.accumulateAndGet(version, Math::max);
    }

    /** The newest version that this replica has heard of. */
    public long newest() {
        return newest.get();
    }
}
