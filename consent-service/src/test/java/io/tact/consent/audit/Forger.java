package io.tact.consent.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.proof.note.Checkpoint;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tile.Tile;
import io.tact.proof.tile.TileEdge;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes tiles and checkpoints agree with whatever leaves there are. */
record Forger(Victim victim) {

    /** All of it, with a checkpoint wherever there was one, and one at the end. */
    void forgeTree(SigningKey signing) throws SQLException {
        forgeTiles();
        List<Hash> leaves = leaves();
        List<Long> sizes = new ArrayList<>();
        try (var statement =
                        victim.connection().prepareStatement("select size from ledger_checkpoint");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sizes.add(rows.getLong(1));
            }
        }
        sizes.add((long) leaves.size());
        victim.execute("delete from ledger_checkpoint");
        for (long size : sizes.stream().distinct().filter(size -> size <= leaves.size()).toList()) {
            TreeHead head =
                    TileEdge.EMPTY.append(leaves.subList(0, Math.toIntExact(size))).edge().head();
            victim.change(
                    "insert into ledger_checkpoint (size, note) values (?, ?)",
                    size,
                    note(signing, head));
        }
    }

    static String note(SigningKey signing, TreeHead head) {
        return new String(
                Checkpoint.of(signing.verifierKey().id().name(), head).sign(signing).toBytes(),
                UTF_8);
    }

    void forgeTiles() throws SQLException {
        Map<String, Tile> tiles = new TreeMap<>();
        for (Tile tile : TileEdge.EMPTY.append(leaves()).changed()) {
            tiles.put(tile.path().level() + "/" + tile.path().index(), tile);
        }
        victim.execute("delete from ledger_tile");
        for (Tile tile : tiles.values()) {
            victim.change(
                    "insert into ledger_tile (level, index, hashes) values (?, ?, ?)",
                    (short) tile.path().level(),
                    tile.path().index(),
                    tile.toBytes());
        }
    }

    private List<Hash> leaves() throws SQLException {
        var leaves = new ArrayList<Hash>();
        try (var statement =
                        victim.connection()
                                .prepareStatement("select leaf from ledger_entry order by index");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                leaves.add(Hash.ofLeaf(rows.getBytes(1)));
            }
        }
        return leaves;
    }
}
