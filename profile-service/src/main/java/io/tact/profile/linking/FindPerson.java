package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.NamedIdentity;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** All that are the same person as an identity now, as it is written down. */
public final class FindPerson {
    private static final String SAME =
            """
            select o.identity_key, o.type from identity i join identity o using (person)
            where i.identity_key = $1 order by o.first_seen_at, o.identity_key""";

    private FindPerson() {}

    /**
     * With that one, the first seen first; empty where nobody knows it.
     *
     * @param client in whose transaction it is asked
     */
    public static Uni<List<NamedIdentity>> of(SqlClient client, IdentityKey identity) {
        return client.preparedQuery(SAME)
                .execute(Tuple.of(identity.value()))
                .map(rows -> EdgeRow.all(rows, EdgeRow::named));
    }
}
