package io.tact.consent.ledger;

import io.smallrye.mutiny.Uni;
import io.tact.proof.tile.EntryBundlePath;
import io.tact.proof.tile.TilePath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of the ledger is read by anybody. */
@ApplicationScoped
class TileStore {
    private static final String TILES =
            """
            select level, index, hashes from ledger_tile
            join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)""";

    private static final String LEAVES =
            "select leaf from ledger_entry where index >= $1 and index < $2 order by index";

    private final Pool database;

    TileStore(Pool database) {
        this.database = database;
    }

    Uni<Optional<byte[]>> tile(TilePath path) {
        return tiles(List.of(path)).map(found -> Optional.ofNullable(found.get(path)));
    }

    /** Those that there are, each as wide as it is asked for. */
    Uni<Map<TilePath, byte[]>> tiles(Collection<TilePath> paths) {
        return database.preparedQuery(TILES)
                .execute(
                        Tuple.of(
                                paths.stream()
                                        .map(path -> (short) path.level())
                                        .toArray(Short[]::new),
                                paths.stream().map(TilePath::index).toArray(Long[]::new)))
                .map(
                        rows -> {
                            var hashes = new HashMap<String, byte[]>();
                            for (Row row : rows) {
                                hashes.put(
                                        row.getShort("level") + "/" + row.getLong("index"),
                                        row.getBuffer("hashes").getBytes());
                            }
                            var found = new HashMap<TilePath, byte[]>();
                            for (TilePath path : paths) {
                                Optional.ofNullable(hashes.get(path.level() + "/" + path.index()))
                                        .flatMap(stored -> StoredTile.cut(path, stored))
                                        .ifPresent(bytes -> found.put(path, bytes));
                            }
                            return found;
                        });
    }

    /** In the order of their indexes. */
    Uni<List<byte[]>> leaves(EntryBundlePath bundle) {
        return database.preparedQuery(LEAVES)
                .execute(Tuple.of(bundle.start(), bundle.start() + bundle.width()))
                .map(
                        rows -> {
                            var leaves = new ArrayList<byte[]>();
                            for (Row row : rows) {
                                leaves.add(row.getBuffer("leaf").getBytes());
                            }
                            return leaves;
                        });
    }
}
