package io.tact.consent.audit;

import io.tact.consent.audit.Expected.At;
import io.tact.consent.audit.Expected.NotBefore;
import io.tact.proof.note.SigningKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Against the past: its end cut off, an older one put back, another one computed. */
final class HistoryAttacks {
    private HistoryAttacks() {}

    /**
     * All of them.
     *
     * @param stolen the ledger's own signing key
     */
    static List<Attack> all(SigningKey stolen) {
        return List.of(
                new Attack("TAIL CUT of the leaves", HistoryAttacks::cutLeaves),
                new Attack("TAIL CUT of everything", HistoryAttacks::cutEverything),
                new Attack("TAIL CUT of one person's entries", HistoryAttacks::cutPerson),
                new Attack("RESTORED DUMP of everything", HistoryAttacks::restoreEverything),
                new Attack("RESTORED DUMP of the ledger", HistoryAttacks::restoreLedger),
                new Attack("RESTORED DUMP of the states", HistoryAttacks::restoreStates),
                new Attack("rehashed forgery, own key", victim -> rehash(victim, stranger(stolen))),
                new Attack("rehashed forgery, stolen key", victim -> rehash(victim, stolen)),
                new Attack(
                        "rehashed removal, own key",
                        victim -> rehashWithout(victim, stranger(stolen))),
                new Attack(
                        "rehashed removal, stolen key", victim -> rehashWithout(victim, stolen)));
    }

    private static Expected cutLeaves(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from ledger_entry where index >= ?", index);
        return new At(index);
    }

    /** Back to an earlier checkpoint: what remains of the tree is genuine. */
    private static Expected cutEverything(Victim victim) throws SQLException {
        long size = victim.anyCheckpoint();
        victim.change("delete from ledger_entry where index >= ?", size);
        victim.change("delete from ledger_checkpoint where size > ?", size);
        victim.change(
                "delete from consent_entry where id not in (select entry_id from ledger_entry)");
        new Forger(victim).forgeTiles();
        return new At(size);
    }

    /** Somebody who never spoke, as it seems; the tree alone remembers. */
    private static Expected cutPerson(Victim victim) throws SQLException {
        UUID person = victim.anyPerson();
        long first = victim.firstOf(person);
        victim.change("delete from consent_entry where pseudonym = ?", person);
        victim.change("delete from consent_state where pseudonym = ?", person);
        victim.change("delete from person_key where pseudonym = ?", person);
        return new At(first);
    }

    private static Expected restoreEverything(Victim victim) throws SQLException {
        for (String table : Victim.TABLES) {
            restore(victim, table);
        }
        return new At(victim.size());
    }

    private static Expected restoreLedger(Victim victim) throws SQLException {
        for (String table : List.of("ledger_entry", "ledger_tile", "ledger_checkpoint")) {
            restore(victim, table);
        }
        return new At(victim.size());
    }

    private static Expected restoreStates(Victim victim) throws SQLException {
        restore(victim, "consent_state");
        return new NotBefore(victim.number("select count(*) from dump_ledger_entry"));
    }

    private static void restore(Victim victim, String table) throws SQLException {
        victim.execute("delete from " + table);
        victim.execute(
                "insert into %s overriding system value select * from dump_%s"
                        .formatted(table, table));
    }

    private static Expected rehash(Victim victim, SigningKey signing) throws SQLException {
        Expected expected = EntryAttacks.updateLeaf(victim);
        new Forger(victim).forgeTree(signing);
        return expected;
    }

    private static Expected rehashWithout(Victim victim, SigningKey signing) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from consent_entry where id = ?", victim.entryAt(index));
        victim.change("delete from ledger_entry where index = ?", index);
        EntryAttacks.shift(victim, index, -1);
        new Forger(victim).forgeTree(signing);
        return new NotBefore(index);
    }

    private static SigningKey stranger(SigningKey stolen) {
        return SigningKey.generate(stolen.verifierKey().id().name(), new SecureRandom());
    }
}
