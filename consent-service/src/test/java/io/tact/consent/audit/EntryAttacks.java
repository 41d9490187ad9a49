package io.tact.consent.audit;

import io.tact.consent.audit.Expected.At;
import io.tact.consent.audit.Expected.InRows;
import io.tact.proof.entry.Commitment;
import io.tact.proof.entry.Said;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Against what was said: entries, and where they stand. */
final class EntryAttacks {
    private EntryAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("UPDATE a leaf", EntryAttacks::updateLeaf),
                new Attack("UPDATE a byte of a leaf", EntryAttacks::damageLeaf),
                new Attack("UPDATE a sealed body", EntryAttacks::updateSealed),
                new Attack("UPDATE the time of an entry", EntryAttacks::updateTime),
                new Attack("UPDATE the version of an entry", EntryAttacks::updateVersion),
                new Attack("UPDATE whose entry it is", EntryAttacks::updatePerson),
                new Attack("UPDATE which row a leaf is of", EntryAttacks::swapEntryIds),
                new Attack("DELETE a leaf", EntryAttacks::deleteLeaf),
                new Attack(
                        "DELETE a leaf and close the gap", EntryAttacks::deleteLeafAndCloseTheGap),
                new Attack("DELETE an entry", EntryAttacks::deleteEntry),
                new Attack("DELETE an entry with its leaf", EntryAttacks::deleteEntryWithItsLeaf),
                new Attack("INSERT a leaf at the end", EntryAttacks::insertLeaf),
                new Attack("INSERT a leaf in the middle", EntryAttacks::insertLeafInTheMiddle),
                new Attack("INSERT an entry", EntryAttacks::insertEntry),
                new Attack("INSERT an entry that waits", EntryAttacks::insertWaitingEntry),
                new Attack("INSERT a wait for a signed entry", EntryAttacks::insertWait),
                new Attack("INSERT a refusal of a signed entry", EntryAttacks::insertRefusal),
                new Attack("REORDER two leaves", EntryAttacks::swapLeaves),
                new Attack("REORDER two leaves with their rows", EntryAttacks::swapPlaces),
                new Attack("REORDER two statements of a person", EntryAttacks::swapVersions));
    }

    static Expected updateLeaf(Victim victim) throws SQLException {
        long index = victim.anyIndex();
        victim.change("update ledger_entry set leaf = ? where index = ?", otherLeaf(victim), index);
        return new At(index);
    }

    private static byte[] otherLeaf(Victim victim) {
        return new Said(Commitment.to(victim.bytes(20), victim.bytes(32))).toBytes();
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

    static void shift(Victim victim, long from, int by) throws SQLException {
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
}
