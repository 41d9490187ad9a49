package io.tact.consent.staff;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who looked whom up. */
@ApplicationScoped
class LookupStore {
    private static final String ADD =
            """
            insert into lookup (staff, identity_key, reason)
            select $1, key, $3 from unnest($2::text[]) as key""";

    private static final String LATEST =
            "select at, staff, identity_key, reason from lookup order by id desc limit $1";

    private final Pool database;

    LookupStore(Pool database) {
        this.database = database;
    }

    Uni<Void> add(IdentityKey staff, List<IdentityKey> whom, String reason) {
        return database.preparedQuery(ADD)
                .execute(
                        Tuple.of(
                                staff.value(),
                                whom.stream().map(IdentityKey::value).toArray(String[]::new),
                                reason))
                .replaceWithVoid();
    }

    Uni<List<Lookup>> latest(int most) {
        return database.preparedQuery(LATEST)
                .execute(Tuple.of(most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(LookupStore::lookup)
                                        .toList());
    }

    private static Lookup lookup(Row row) {
        return new Lookup(
                row.getOffsetDateTime("at").toInstant(),
                new IdentityKey(row.getString("staff")),
                Optional.ofNullable(row.getString("identity_key")).map(IdentityKey::new),
                row.getString("reason"));
    }
}
