package io.tact.consent.audit;

import io.tact.consent.audit.Expected.At;
import io.tact.consent.audit.Expected.InRows;
import io.tact.consent.audit.Expected.NotBefore;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import io.tact.proof.note.SigningKey;
import io.tact.proof.tree.Hash;
import io.tact.proof.tree.TreeHead;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** One way to tamper with the ledger, at a place that is drawn. */
record Attack(String name, Strike strike) {

    interface Strike {
        Expected on(Victim victim) throws SQLException;
    }

    /**
     * All that we could think of.
     *
     * @param stolen the ledger's own signing key
     */
    static List<Attack> all(SigningKey stolen) {
        return List.of(
                new Attack("UPDATE a leaf", Attack::updateLeaf),
                new Attack("UPDATE a byte of a leaf", Attack::damageLeaf),
                new Attack("UPDATE a sealed body", Attack::updateSealed),
                new Attack("UPDATE the time of an entry", Attack::updateTime),
                new Attack("UPDATE the version of an entry", Attack::updateVersion),
                new Attack("UPDATE whose entry it is", Attack::updatePerson),
                new Attack("UPDATE which row a leaf is of", Attack::swapEntryIds),
                new Attack("DELETE a leaf", Attack::deleteLeaf),
                new Attack("DELETE a leaf and close the gap", Attack::deleteLeafAndCloseTheGap),
                new Attack("DELETE an entry", Attack::deleteEntry),
                new Attack("DELETE an entry with its leaf", Attack::deleteEntryWithItsLeaf),
                new Attack("DELETE a person's key", Attack::deleteKey),
                new Attack("DELETE a mapping row", Attack::deleteMapping),
                new Attack("DELETE the newest checkpoint", Attack::deleteCheckpoint),
                new Attack("INSERT a leaf at the end", Attack::insertLeaf),
                new Attack("INSERT a leaf in the middle", Attack::insertLeafInTheMiddle),
                new Attack("INSERT an entry", Attack::insertEntry),
                new Attack("INSERT an entry that waits", Attack::insertWaitingEntry),
                new Attack("INSERT a wait for a signed entry", Attack::insertWait),
                new Attack("INSERT a state of nobody", Attack::insertState),
                new Attack("INSERT a refusal of a signed entry", Attack::insertRefusal),
                new Attack("REORDER two leaves", Attack::swapLeaves),
                new Attack("REORDER two leaves with their rows", Attack::swapPlaces),
                new Attack("REORDER two statements of a person", Attack::swapVersions),
                new Attack("TAIL CUT of the leaves", Attack::cutLeaves),
                new Attack("TAIL CUT of everything", Attack::cutEverything),
                new Attack("TAIL CUT of one person's entries", Attack::cutPerson),
                new Attack("RESTORED DUMP of everything", Attack::restoreEverything),
                new Attack("RESTORED DUMP of the ledger", Attack::restoreLedger),
                new Attack("RESTORED DUMP of the states", Attack::restoreStates),
                new Attack("swapped identity-keys", Attack::swapIdentityKeys),
                new Attack("swapped pseudonyms", Attack::swapPseudonyms),
                new Attack("swapped persons' keys", Attack::swapKeys),
                new Attack("forged answers", Attack::forgeAnswers),
                new Attack("forged seal", Attack::forgeSeal),
                new Attack("state put back by one", Attack::putStateBack),
                new Attack("changed tile", Attack::updateTile),
                new Attack("changed tile above", Attack::updateUpperTile),
                new Attack("cut tile", Attack::cutTile),
                new Attack("deleted tile", Attack::deleteTile),
                new Attack("invented tile", Attack::insertTile),
                new Attack("changed signature", Attack::updateSignature),
                new Attack("checkpoint of another size", Attack::updateCheckpointSize),
                new Attack("checkpoint signed by another", Attack::signOther),
                new Attack("rehashed forgery, own key", victim -> rehash(victim, stranger(stolen))),
                new Attack("rehashed forgery, stolen key", victim -> rehash(victim, stolen)),
                new Attack(
                        "rehashed removal, own key",
                        victim -> rehashWithout(victim, stranger(stolen))),
                new Attack(
                        "rehashed removal, stolen key", victim -> rehashWithout(victim, stolen)));
    }

    private static SigningKey stranger(SigningKey stolen) {
        return SigningKey.generate(stolen.verifierKey().id().name(), new SecureRandom());
    }

    private static byte[] otherLeaf(Victim victim) {
        return new Said(Commitment.to(victim.bytes(20), victim.bytes(32))).toBytes();
    }

    private static Expected updateLeaf(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("update ledger_entry set leaf = ? where index = ?", otherLeaf(victim), index);
        return new At(index);
    }

    private static Expected damageLeaf(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change(
                "update ledger_entry set leaf = set_byte(leaf, ?, get_byte(leaf, ?) # 1) where index = ?",
                20,
                20,
                index);
        return new At(index);
    }

    private static Expected updateSealed(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        int at = victim.random().nextInt(60);
        victim.change(
                "update consent_entry set sealed = set_byte(sealed, ?, get_byte(sealed, ?) # 1) where id = ?",
                at,
                at,
                victim.entryAt(index));
        return new At(index);
    }

    private static Expected updateTime(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change(
                "update consent_entry set recorded_at = recorded_at - interval '1 microsecond' where id = ?",
                victim.entryAt(index));
        return new At(index);
    }

    private static Expected updateVersion(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change(
                "update consent_entry set version = version + 1000 where id = ?",
                victim.entryAt(index));
        return new At(index);
    }

    private static Expected updatePerson(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        UUID other = victim.anotherThan(victim.personAt(index));
        victim.change(
                "update consent_entry set pseudonym = ?, version = (select max(version) + 1 from consent_entry where pseudonym = ?) where id = ?",
                other,
                other,
                victim.entryAt(index));
        return new At(index);
    }

    private static Expected swapEntryIds(Victim victim) throws SQLException {
        long one = victim.anyIndex();
        long other = victim.anotherThan(one);
        long entry = victim.entryAt(one);
        long otherEntry = victim.entryAt(other);
        victim.change("update ledger_entry set entry_id = null where index = ?", one);
        victim.change("update ledger_entry set entry_id = ? where index = ?", entry, other);
        victim.change("update ledger_entry set entry_id = ? where index = ?", otherEntry, one);
        return new At(Math.min(one, other));
    }

    private static Expected deleteLeaf(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from ledger_entry where index = ?", index);
        return new At(index);
    }

    private static Expected deleteLeafAndCloseTheGap(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from ledger_entry where index = ?", index);
        shift(victim, index, -1);
        return new At(index);
    }

    private static void shift(Victim victim, long from, int by) throws SQLException {
        victim.execute("update ledger_entry set index = index + 1000000 where index >= ?", from);
        victim.execute(
                "update ledger_entry set index = index - 1000000 + ? where index >= 1000000", by);
    }

    private static Expected deleteEntry(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from consent_entry where id = ?", victim.entryAt(index));
        return new At(index);
    }

    private static Expected deleteEntryWithItsLeaf(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from consent_entry where id = ?", victim.entryAt(index));
        victim.change("delete from ledger_entry where index = ?", index);
        return new At(index);
    }

    private static Expected deleteKey(Victim victim) throws SQLException {
        UUID person = victim.anyPerson();
        victim.change("delete from person_key where pseudonym = ?", person);
        return new At(victim.firstOf(person));
    }

    private static Expected deleteMapping(Victim victim) throws SQLException {
        UUID person = victim.anyPerson();
        victim.change("delete from consent_state where pseudonym = ?", person);
        return new At(victim.firstOf(person));
    }

    private static Expected deleteCheckpoint(Victim victim) throws SQLException {
        victim.change(
                "delete from ledger_checkpoint where size = (select max(size) from ledger_checkpoint)");
        return new At(victim.number("select max(size) from ledger_checkpoint"));
    }

    private static Expected insertLeaf(Victim victim) throws SQLException {
        long size = victim.size();
        victim.change(
                "insert into ledger_entry (index, leaf) values (?, ?)", size, otherLeaf(victim));
        return new At(size);
    }

    private static Expected insertLeafInTheMiddle(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        shift(victim, index, 1);
        victim.change(
                "insert into ledger_entry (index, leaf) values (?, ?)", index, otherLeaf(victim));
        return new At(index);
    }

    private static Expected insertEntry(Victim victim) throws SQLException {
        insertEntryOf(victim, victim.anyPerson());
        return new InRows();
    }

    private static long insertEntryOf(Victim victim, UUID person) throws SQLException {
        return victim.number(
                """
                insert into consent_entry (pseudonym, version, recorded_at, sealed)
                select pseudonym, version + 1, clock_timestamp(), sealed from consent_entry
                where pseudonym = ? order by version desc limit 1 returning id""",
                person);
    }

    private static Expected insertWaitingEntry(Victim victim) throws SQLException {
        victim.change(
                "insert into entry_waiting (entry_id) values (?)",
                insertEntryOf(victim, victim.anyPerson()));
        return new InRows();
    }

    private static Expected insertWait(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("insert into entry_waiting (entry_id) values (?)", victim.entryAt(index));
        return new At(index);
    }

    private static Expected insertState(Victim victim) throws SQLException {
        victim.change(
                """
                insert into consent_state (identity_key, pseudonym, version, recorded_at, answers, seal)
                select repeat('n', 43), gen_random_uuid(), version, recorded_at, answers, seal from consent_state where pseudonym = ?""",
                victim.anyPerson());
        return new InRows();
    }

    private static Expected insertRefusal(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change(
                "insert into entry_refused (entry_id, reason) values (?, 'invented')",
                victim.entryAt(index));
        return new At(index);
    }

    private static Expected swapLeaves(Victim victim) throws SQLException {
        long one = victim.anyIndex();
        long other = victim.anotherThan(one);
        victim.change(
                """
                update ledger_entry mine set leaf = theirs.leaf from ledger_entry theirs
                where mine.index in (?, ?) and theirs.index in (?, ?) and mine.index <> theirs.index""",
                one,
                other,
                one,
                other);
        return new At(Math.min(one, other));
    }

    private static Expected swapPlaces(Victim victim) throws SQLException {
        long one = victim.anyIndex();
        long other = victim.anotherThan(one);
        victim.change("update ledger_entry set index = 1000000 where index = ?", one);
        victim.change("update ledger_entry set index = ? where index = ?", one, other);
        victim.change("update ledger_entry set index = ? where index = 1000000", other);
        return new At(Math.min(one, other));
    }

    private static Expected swapVersions(Victim victim) throws SQLException {
        UUID person = victim.anyPerson();
        long first =
                victim.random()
                        .nextLong(
                                victim.number(
                                        "select max(version) - 1 from consent_entry where pseudonym = ?",
                                        person));
        Expected expected =
                new At(
                        victim.number(
                                "select index from ledger_entry l join consent_entry e on e.id = l.entry_id where pseudonym = ? and version = ?",
                                person,
                                first + 1));
        victim.change(
                "update consent_entry set version = -1 where pseudonym = ? and version = ?",
                person,
                first + 1);
        victim.change(
                "update consent_entry set version = version - 1 where pseudonym = ? and version = ?",
                person,
                first + 2);
        victim.change(
                "update consent_entry set version = ? where pseudonym = ? and version = -1",
                first + 2,
                person);
        return expected;
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

    private static Expected swapIdentityKeys(Victim victim) throws SQLException {
        UUID one = victim.anyPerson();
        UUID other = victim.anotherThan(one);
        String key = identityKey(victim, one);
        String otherKey = identityKey(victim, other);
        String set = "update consent_state set identity_key = ? where pseudonym = ?";
        victim.change(set, "x".repeat(43), one);
        victim.change(set, key, other);
        victim.change(set, otherKey, one);
        return new At(Math.min(victim.firstOf(one), victim.firstOf(other)));
    }

    private static String identityKey(Victim victim, UUID person) throws SQLException {
        return victim.one(
                String.class, "select identity_key from consent_state where pseudonym = ?", person);
    }

    private static Expected swapPseudonyms(Victim victim) throws SQLException {
        UUID one = victim.anyPerson();
        UUID other = victim.anotherThan(one);
        var between = new UUID(0, 0);
        String set = "update consent_state set pseudonym = ? where pseudonym = ?";
        victim.change(set, between, one);
        victim.change(set, one, other);
        victim.change(set, other, between);
        return new At(Math.min(victim.firstOf(one), victim.firstOf(other)));
    }

    private static Expected swapKeys(Victim victim) throws SQLException {
        UUID one = victim.anyPerson();
        UUID other = victim.anotherThan(one);
        victim.change(
                """
                update person_key mine set wrapped = theirs.wrapped from person_key theirs
                where mine.pseudonym in (?, ?) and theirs.pseudonym in (?, ?) and mine.pseudonym <> theirs.pseudonym""",
                one,
                other,
                one,
                other);
        return new At(Math.min(victim.firstOf(one), victim.firstOf(other)));
    }

    private static Expected forgeAnswers(Victim victim) throws SQLException {
        UUID person = victim.anyPerson();
        victim.change(
                "update consent_state set answers = '{\"marketing\":{\"answer\":\"granted\",\"at\":\"2020-01-01T00:00:00Z\"}}' where pseudonym = ?",
                person);
        return new At(victim.lastOf(person));
    }

    private static Expected forgeSeal(Victim victim) throws SQLException {
        victim.change(
                "update consent_state set seal = ? where pseudonym = ?",
                victim.bytes(32),
                victim.anyPerson());
        return new InRows();
    }

    private static Expected putStateBack(Victim victim) throws SQLException {
        victim.change(
                "update consent_state set version = version - 1 where version > 1 and pseudonym = ?",
                victim.anyPerson());
        return new InRows();
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

    private static Expected rehash(Victim victim, SigningKey signing) throws SQLException {
        Expected expected = updateLeaf(victim);
        new Forger(victim).forgeTree(signing);
        return expected;
    }

    private static Expected rehashWithout(Victim victim, SigningKey signing) throws SQLException {
        long index = victim.anyIndex();
        victim.change("delete from consent_entry where id = ?", victim.entryAt(index));
        victim.change("delete from ledger_entry where index = ?", index);
        shift(victim, index, -1);
        new Forger(victim).forgeTree(signing);
        return new NotBefore(index);
    }
}
