package io.tact.profile.linking;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.identity.Certainty;
import io.tact.profile.identity.Edge;
import io.tact.profile.identity.IdentityType;
import io.tact.profile.identity.NamedIdentity;
import io.tact.profile.identity.Node;
import io.tact.profile.identity.Pair;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** From rows to the graph. */
public final class EdgeRow {
    private EdgeRow() {}

    public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    public static Edge edge(Row row) {
        return new Edge(
                pair(row),
                Certainty.ofWire(row.getString("certainty")),
                row.getBoolean("permitted"),
                row.getBoolean("across_devices"),
                row.getOffsetDateTime("since").toInstant());
    }

    static Pair pair(Row row) {
        return new Pair(identity(row, "left"), identity(row, "right"));
    }

    static Node node(Row row) {
        return new Node(named(row), row.getString("pseudonym"), row.getString("person"));
    }

    static NamedIdentity named(Row row) {
        return new NamedIdentity(
                IdentityType.ofWire(row.getString("type")),
                new IdentityKey(row.getString("identity_key")));
    }

    private static NamedIdentity identity(Row row, String side) {
        return new NamedIdentity(
                IdentityType.ofWire(row.getString(side + "_type")),
                new IdentityKey(row.getString(side + "_key")));
    }
}
