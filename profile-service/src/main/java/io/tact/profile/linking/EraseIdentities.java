package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Takes identities out of the graph with all that is kept of them. Whom they were linked to, and
 * who stays, is resolved again without them.
 */
@ApplicationScoped
public class EraseIdentities {
    private static final String AROUND =
            """
            select case when left_key = any($1) then right_key else left_key end as key
            from edge where left_key = any($1) or right_key = any($1)
            except select unnest($1::text[])""";

    private static final String PSEUDONYMS =
            """
            select pseudonym as name from identity where identity_key = any($1)
            union select person from identity where identity_key = any($1)""";

    private static final String NOBODY =
            """
            select name from unnest($1::text[]) as name
            where not exists (select from identity where person = name)""";

    private final ResolvePersons persons;

    EraseIdentities(ResolvePersons persons) {
        this.persons = persons;
    }

    /** Until the transaction ends nobody else changes the graph. */
    public static Uni<Void> lock(SqlConnection connection) {
        return GraphWrites.lock(connection);
    }

    /** Under the {@link #lock}. */
    public Uni<Erased> erase(SqlConnection connection, Collection<IdentityKey> keys) {
        String[] texts = keys.stream().map(IdentityKey::value).toArray(String[]::new);
        return texts(connection, AROUND, texts)
                .chain(
                        around ->
                                texts(connection, PSEUDONYMS, texts)
                                        .chain(names -> erase(connection, texts, around, names)));
    }

    private Uni<Erased> erase(
            SqlConnection connection, String[] keys, Set<String> around, Set<String> names) {
        return connection
                .preparedQuery("select erase($1::text[])::text as deleted")
                .execute(Tuple.of((Object) keys))
                .map(rows -> new JsonObject(rows.iterator().next().getString("deleted")))
                .call(() -> resolve(connection, around))
                .chain(
                        deleted ->
                                texts(connection, NOBODY, names.toArray(String[]::new))
                                        .call(nobody -> forget(connection, nobody))
                                        .map(nobody -> new Erased(deleted, nobody)));
    }

    private Uni<Void> resolve(SqlConnection connection, Set<String> around) {
        List<IdentityKey> stay = around.stream().map(IdentityKey::new).toList();
        return stay.isEmpty()
                ? Uni.createFrom().voidItem()
                : persons.aroundThose(connection, stay, null).replaceWithVoid();
    }

    private static Uni<Void> forget(SqlConnection connection, Set<String> nobody) {
        return connection
                .preparedQuery("select erase_persons($1::text[])")
                .execute(Tuple.of((Object) nobody.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Set<String>> texts(SqlConnection connection, String query, String[] given) {
        return connection
                .preparedQuery(query)
                .execute(Tuple.of((Object) given))
                .map(EraseIdentities::texts);
    }

    private static Set<String> texts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param deleted rows by table
     * @param persons pseudonyms of whom nobody is left
     */
    public record Erased(JsonObject deleted, Set<String> persons) {}
}
