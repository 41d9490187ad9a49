package io.tact.consent.audit;

import io.tact.consent.audit.Expected.At;
import io.tact.consent.audit.Expected.InRows;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Against who it was and what is served: mapping, keys and states. */
final class StateAttacks {
    private StateAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("DELETE a person's key", StateAttacks::deleteKey),
                new Attack("DELETE a mapping row", StateAttacks::deleteMapping),
                new Attack("INSERT a state of nobody", StateAttacks::insertState),
                new Attack("swapped identity-keys", StateAttacks::swapIdentityKeys),
                new Attack("swapped pseudonyms", StateAttacks::swapPseudonyms),
                new Attack("swapped persons' keys", StateAttacks::swapKeys),
                new Attack("forged answers", StateAttacks::forgeAnswers),
                new Attack("forged seal", StateAttacks::forgeSeal),
                new Attack("state put back by one", StateAttacks::putStateBack));
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

    private static Expected insertState(Victim victim) throws SQLException {
        victim.change(
                """
                insert into consent_state (identity_key, pseudonym, version, recorded_at, answers, seal)
                select repeat('n', 43), gen_random_uuid(), version, recorded_at, answers, seal from consent_state where pseudonym = ?""",
                victim.anyPerson());
        return new InRows();
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
}
