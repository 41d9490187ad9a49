package io.tact.consent.audit;

import io.tact.consent.audit.Expected.At;
import io.tact.consent.audit.Expected.InRows;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;

/** Against what was published: tiles and checkpoints. */
final class TreeAttacks {
    private TreeAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("DELETE the newest checkpoint", TreeAttacks::deleteCheckpoint),
                new Attack("changed tile", TreeAttacks::updateTile),
                new Attack("changed tile above", TreeAttacks::updateUpperTile),
                new Attack("cut tile", TreeAttacks::cutTile),
                new Attack("deleted tile", TreeAttacks::deleteTile),
                new Attack("invented tile", TreeAttacks::insertTile),
                new Attack("changed signature", TreeAttacks::updateSignature),
                new Attack("checkpoint of another size", TreeAttacks::updateCheckpointSize),
                new Attack("checkpoint signed by another", TreeAttacks::signOther));
    }

    private static Expected deleteCheckpoint(Victim victim) throws SQLException {
        victim.change(
                "delete from ledger_checkpoint where size = (select max(size) from ledger_checkpoint)");
        return new At(victim.number("select max(size) from ledger_checkpoint"));
    }

    private static Expected updateTile(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        int at = (int) (index % 256) * 32 + victim.random().nextInt(32);
        victim.change(
                "update ledger_tile set hashes = set_byte(hashes, ?, get_byte(hashes, ?) # 1) where level = 0 and index = ?",
                at,
                at,
                index / 256);
        return new At(index);
    }

    private static Expected updateUpperTile(Victim victim) throws SQLException {
        long at = victim.random().nextLong(victim.size() / 256);
        victim.change(
                "update ledger_tile set hashes = set_byte(hashes, ?, get_byte(hashes, ?) # 1) where level = 1",
                (int) at * 32,
                (int) at * 32);
        return new At(at * 256);
    }

    private static Expected cutTile(Victim victim) throws SQLException {
        long tile = victim.anyIndex() / 256;
        victim.change(
                "update ledger_tile set hashes = substring(hashes from 1 for length(hashes) - 32) where level = 0 and index = ?",
                tile);
        return new At(Math.min(tile * 256 + 255, victim.size() - 1));
    }

    private static Expected deleteTile(Victim victim) throws SQLException {
        long tile = victim.anyIndex() / 256;
        victim.change("delete from ledger_tile where level = 0 and index = ?", tile);
        return new At(tile * 256);
    }

    private static Expected insertTile(Victim victim) throws SQLException {
        victim.change(
                "insert into ledger_tile (level, index, hashes) values (?, ?, ?)",
                (short) victim.random().nextInt(9),
                1000L,
                victim.bytes(32));
        return new InRows();
    }

    private static Expected updateSignature(Victim victim) throws SQLException {
        victim.change(
                """
                update ledger_checkpoint set note = overlay(
                    note placing case substring(note from length(note) - 20 for 1) when 'A' then 'B' else 'A' end
                    from length(note) - 20 for 1) where size = ?""",
                victim.anyCheckpoint());
        return new InRows();
    }

    private static Expected updateCheckpointSize(Victim victim) throws SQLException {
        victim.change(
                """
                update ledger_checkpoint set size = (
                    select min(free) from generate_series(1, 10000) free where free not in (select size from ledger_checkpoint)
                ) where size = ?""",
                victim.anyCheckpoint());
        return new InRows();
    }

    private static Expected signOther(Victim victim) throws SQLException {
        long size = victim.anyCheckpoint();
        String note =
                victim.one(String.class, "select note from ledger_checkpoint where size = ?", size);
        String origin = note.lines().findFirst().orElseThrow();
        var key = SigningKey.generate(origin, new SecureRandom());
        var head = new TreeHead(size, Hash.ofLeaf(victim.bytes(8)));
        victim.change(
                "update ledger_checkpoint set note = ? where size = ?",
                Forger.note(key, head),
                size);
        return new InRows();
    }
}
