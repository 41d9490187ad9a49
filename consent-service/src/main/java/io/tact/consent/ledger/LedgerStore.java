package io.tact.consent.ledger;

import io.tact.proof.sealing.SealedLeaf;
import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TilePath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The writer's statements, on the connection that holds its lock. */
final class LedgerStore {
    private static final String OLDEST =
            "select entry_id from entry_waiting order by entry_id limit ?";

    /**
     * Of an array the planner expects few, and looks each up: tables may be as large as they like.
     */
    private static final String WAITING =
            """
            select w.entry_id, e.pseudonym, e.version, e.recorded_at, e.sealed, k.wrapped
            from unnest(?::bigint[]) as w (entry_id)
            left join consent_entry e on e.id = w.entry_id
            left join person_key k using (pseudonym)
            order by w.entry_id""";

    private static final String LEAVES =
            "select id, leaf, seal from leaf_waiting where refused_at is null order by id limit ?";

    private static final String REFUSE_LEAVES =
            "update leaf_waiting set refused_at = clock_timestamp() where id = any(?)";

    private static final String LEAVES_WAIT_NO_MORE = "delete from leaf_waiting where id = any(?)";

    private static final String PLACE =
            """
            insert into ledger_entry (index, leaf, entry_id)
            select * from unnest(?::bigint[], ?::bytea[], ?::bigint[])""";

    private static final String REFUSE =
            """
            insert into entry_refused (entry_id, reason)
            select * from unnest(?::bigint[], ?::text[]) on conflict do nothing""";

    private static final String WAIT_NO_MORE = "delete from entry_waiting where entry_id = any(?)";

    private static final String KEEP_TILES =
            """
            insert into ledger_tile (level, index, hashes)
            select * from unnest(?::smallint[], ?::bigint[], ?::bytea[])
            on conflict (level, index) do update set hashes = excluded.hashes""";

    private static final String KEEP_CHECKPOINT =
            "insert into ledger_checkpoint (size, note) values (?, ?)";

    private static final String PUBLISH =
            """
            insert into outbox (topic, key, type, payload)
            values (?, ?, ?, json_build_object('checkpoint', ?::text))""";

    private final Connection connection;

    LedgerStore(Connection connection) {
        this.connection = connection;
    }

    List<WaitingEntry> waiting(int most) throws SQLException {
        List<Long> oldest = oldest(most);
        if (oldest.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(WAITING)) {
            statement.setArray(1, array("bigint", oldest, Function.identity()));
            var waiting = new ArrayList<WaitingEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(WaitingEntry.of(rows));
                }
            }
            return waiting;
        }
    }

    private List<Long> oldest(int most) throws SQLException {
        try (var statement = connection.prepareStatement(OLDEST)) {
            statement.setInt(1, most);
            var ids = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    List<WaitingLeaf> waitingLeaves(int most) throws SQLException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            statement.setInt(1, most);
            var waiting = new ArrayList<WaitingLeaf>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(
                            new WaitingLeaf(
                                    rows.getLong("id"),
                                    new SealedLeaf(rows.getBytes("leaf"), rows.getBytes("seal"))));
                }
            }
            return waiting;
        }
    }

    /** The newest checkpoint; whether it is ours, its signature tells. */
    Optional<String> newestCheckpoint() throws SQLException {
        try (var statement =
                        connection.prepareStatement(
                                "select note from ledger_checkpoint order by size desc limit 1");
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** One more than the index of the last entry. */
    long size() throws SQLException {
        try (var statement =
                        connection.prepareStatement(
                                "select coalesce(max(index) + 1, 0) from ledger_entry");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Optional<byte[]> tile(TilePath path) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select hashes from ledger_tile where level = ? and index = ?")) {
            statement.setInt(1, path.level());
            statement.setLong(2, path.index());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? StoredTile.cut(path, rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** All of it or nothing. */
    void append(Batch batch, String topic) throws SQLException {
        connection.setAutoCommit(false);
        try {
            place(batch.placed());
            refuse(batch.refused());
            update(WAIT_NO_MORE, array("bigint", batch.entryIds(), Function.identity()));
            update(LEAVES_WAIT_NO_MORE, array("bigint", batch.leafIds(), Function.identity()));
            update(REFUSE_LEAVES, array("bigint", batch.refusedLeafIds(), Function.identity()));
            keep(batch.tiles());
            keepCheckpoint(batch, topic);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void place(List<Batch.Placed> placed) throws SQLException {
        update(
                PLACE,
                array("bigint", placed, Batch.Placed::index),
                bytes(placed, entry -> entry.leaf().toBytes()),
                array(
                        "bigint",
                        placed,
                        entry -> entry.entryId().isPresent() ? entry.entryId().getAsLong() : null));
    }

    private void refuse(List<Batch.RefusedEntry> refused) throws SQLException {
        if (!refused.isEmpty()) {
            update(
                    REFUSE,
                    array("bigint", refused, Batch.RefusedEntry::entryId),
                    array("text", refused, Batch.RefusedEntry::reason));
        }
    }

    private void keep(List<Tile> tiles) throws SQLException {
        update(
                KEEP_TILES,
                array("smallint", tiles, tile -> (short) tile.path().level()),
                array("bigint", tiles, tile -> tile.path().index()),
                bytes(tiles, Tile::toBytes));
    }

    private void keepCheckpoint(Batch batch, String topic) throws SQLException {
        if (batch.placed().isEmpty()) {
            return;
        }
        try (var keep = connection.prepareStatement(KEEP_CHECKPOINT);
                var publish = connection.prepareStatement(PUBLISH)) {
            keep.setLong(1, batch.checkpoint().head().size());
            keep.setString(2, batch.note());
            keep.executeUpdate();
            publish.setString(1, topic);
            publish.setString(2, batch.checkpoint().origin());
            publish.setString(3, "io.tact." + topic);
            publish.setString(4, batch.note());
            publish.executeUpdate();
        }
    }

    private void update(String sql, Array... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                statement.setArray(i + 1, arrays[i]);
            }
            statement.executeUpdate();
        }
    }

    private <T> Array array(
            String type, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private <T> Array bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }
}
