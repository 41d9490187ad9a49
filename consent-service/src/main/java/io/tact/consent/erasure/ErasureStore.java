package io.tact.consent.erasure;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.proof.sealing.MasterKey;
import io.tact.proof.sealing.SealedLeaf;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** All that is kept of a person, and how it goes. */
@ApplicationScoped
class ErasureStore {
    static final String TOPIC = "consent.erasure.v1";

    /** In the order in which statements lock them. */
    private static final String LOCK =
            """
            select pseudonym from consent_state where identity_key = any($1)
            order by identity_key collate "C" for update""";

    private static final String WAITING =
            """
            select count(*) from entry_waiting w join consent_entry e on e.id = w.entry_id
            where e.pseudonym = any($1)""";

    /**
     * Where the entries of some stand, for a leaf that names them.
     *
     * @param pseudonyms the parameter, a {@code uuid[]}
     */
    static String indexesOf(String pseudonyms) {
        return """
                select l.index from consent_entry e join ledger_entry l on l.entry_id = e.id
                where e.pseudonym = any(%s) order by l.index"""
                .formatted(pseudonyms);
    }

    private static final String INDEXES = indexesOf("$1");

    private static final String KEEP =
            """
            insert into kept_key (pseudonym, identity_key, wrapped, until)
            select pseudonym, identity_key, wrapped, $2 from consent_state join person_key using (pseudonym)
            where pseudonym = any($1)""";

    private static final String FORGET =
            """
            with keys as (delete from person_key where pseudonym = any($2) returning 1),
            states as (delete from consent_state where identity_key = any($1) returning 1),
            back as (select identity_key from linked_identity where identity_key = any($1) and first_seen_at > $11),
            links as (
                delete from linked_identity
                where identity_key = any($1) and identity_key not in (select identity_key from back) returning 1),
            noes as (
                delete from no_waiting
                where identity_key = any($1) and identity_key not in (select identity_key from back) returning 1),
            looks as (update lookup set identity_key = null where identity_key = any($1) returning 1),
            repeats as (delete from idempotent_answer where identity_keys && $1 returning 1),
            done as (insert into erasure (id, erased_at, proof_kept_until, pseudonyms) values ($3, $4, $5, $2)),
            leaves as (insert into leaf_waiting (leaf, seal) select * from unnest($6::bytea[], $7::bytea[])),
            journal as (insert into outbox (topic, key, type, payload) values ($8, $3::text, $9, $10))
            select (select count(*) from keys) as person_key, (select count(*) from states) as consent_state,
                (select count(*) from links) as linked_identity, (select count(*) from noes) as no_waiting,
                (select count(*) from looks) as lookup, (select count(*) from repeats) as idempotent_answer""";

    private static final String TOMBSTONES = "select tombstone('consent.state.v1', $1::text[])";

    private final MasterKey master;

    ErasureStore(MasterKey master) {
        this.master = master;
    }

    /** The pseudonyms of those who ever answered; nobody can answer until the end. */
    Uni<List<UUID>> lock(SqlConnection connection, List<IdentityKey> keys) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(values(keys)))
                .map(rows -> column(rows, row -> row.getUUID(0)));
    }

    Uni<Boolean> anyWaits(SqlConnection connection, List<UUID> pseudonyms) {
        return connection
                .preparedQuery(WAITING)
                .execute(Tuple.of(pseudonyms.toArray(UUID[]::new)))
                .map(rows -> rows.iterator().next().getLong(0) > 0);
    }

    Uni<List<Long>> indexes(SqlConnection connection, List<UUID> pseudonyms) {
        return connection
                .preparedQuery(INDEXES)
                .execute(Tuple.of(pseudonyms.toArray(UUID[]::new)))
                .map(rows -> column(rows, row -> row.getLong(0)));
    }

    Uni<Void> keepProof(SqlConnection connection, List<UUID> pseudonyms, LocalDate until) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(pseudonyms.toArray(UUID[]::new), until))
                .replaceWithVoid();
    }

    /**
     * How many rows of which table went.
     *
     * @param linkedUntil whoever was seen since is linked as somebody new; empty: nobody was
     */
    Uni<List<Deleted>> forget(
            SqlConnection connection,
            List<IdentityKey> keys,
            Optional<Instant> linkedUntil,
            Erasure erasure) {
        UUID[] pseudonyms = erasure.pseudonyms().toArray(UUID[]::new);
        List<SealedLeaf> leaves =
                erasure.leaves().stream().map(leaf -> SealedLeaf.of(leaf, master)).toList();
        return connection
                .preparedQuery(FORGET)
                .execute(
                        Tuple.tuple()
                                .addArrayOfString(values(keys))
                                .addArrayOfUUID(pseudonyms)
                                .addUUID(erasure.id())
                                .addOffsetDateTime(erasure.at().atOffset(ZoneOffset.UTC))
                                .addLocalDate(erasure.proofKeptUntil().orElse(null))
                                .addValue(buffers(leaves, SealedLeaf::leaf))
                                .addValue(buffers(leaves, SealedLeaf::seal))
                                .addString(TOPIC)
                                .addString("io.tact." + TOPIC)
                                .addJsonObject(JournalBody.of(erasure).json())
                                .addOffsetDateTime(
                                        linkedUntil
                                                .map(until -> until.atOffset(ZoneOffset.UTC))
                                                .orElse(null)))
                .map(rows -> deleted(rows.iterator().next()))
                .call(() -> connection.preparedQuery(TOMBSTONES).execute(Tuple.of(values(keys))));
    }

    private static List<Deleted> deleted(Row counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(
                        place ->
                                new Deleted(
                                        "postgres",
                                        counts.getColumnName(place),
                                        counts.getLong(place)))
                .toList();
    }

    private static <T> List<T> column(RowSet<Row> rows, Function<Row, T> value) {
        return StreamSupport.stream(rows.spliterator(), false).map(value).toList();
    }

    private static Buffer[] buffers(List<SealedLeaf> leaves, Function<SealedLeaf, byte[]> part) {
        return leaves.stream().map(part).map(Buffer::buffer).toArray(Buffer[]::new);
    }

    private static String[] values(List<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }
}
