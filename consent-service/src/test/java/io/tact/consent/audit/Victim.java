package io.tact.consent.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A database in the hands of its superuser, who has switched the triggers off. */
record Victim(Connection connection, Random random) {
    static final List<String> TABLES =
            List.of(
                    "consent_state",
                    "consent_entry",
                    "person_key",
                    "entry_waiting",
                    "entry_refused",
                    "ledger_entry",
                    "ledger_tile",
                    "ledger_checkpoint");

    static Victim of(Connection connection, Random random) throws SQLException {
        var victim = new Victim(connection, random);
        victim.execute("set local session_replication_role = replica");
        return victim;
    }

    /** That something was changed is part of every attack. */
    void change(String sql, Object... parameters) throws SQLException {
        if (execute(sql, parameters) == 0) {
            throw new AssertionError("Nothing was changed by: " + sql);
        }
    }

    int execute(String sql, Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    <T> T one(Class<T> type, String sql, Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("Nothing is found by: " + sql);
            }
            return type.cast(rows.getObject(1));
        }
    }

    long number(String sql, Object... parameters) throws SQLException {
        return one(Long.class, sql, parameters);
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    long size() throws SQLException {
        return number("select count(*) from ledger_entry");
    }

    long anyIndex() throws SQLException {
        return random.nextLong(size());
    }

    long anotherThan(long index) throws SQLException {
        long other = random.nextLong(size() - 1);
        return other < index ? other : other + 1;
    }

    /** Who has said something more than once; in the order in which they first did. */
    UUID anyPerson() throws SQLException {
        return anotherThan(new UUID(0, 0));
    }

    UUID anotherThan(UUID person) throws SQLException {
        String people =
                "select pseudonym from consent_entry where pseudonym <> ? group by 1 having count(*) > 1 order by min(id)";
        long number = number("select count(*) from (%s) people".formatted(people), person);
        return one(UUID.class, people + " limit 1 offset ?", person, random.nextLong(number));
    }

    UUID personAt(long index) throws SQLException {
        return one(UUID.class, "select pseudonym from consent_entry where id = ?", entryAt(index));
    }

    long entryAt(long index) throws SQLException {
        return number("select entry_id from ledger_entry where index = ?", index);
    }

    long firstOf(UUID person) throws SQLException {
        return number(
                "select min(index) from ledger_entry l join consent_entry e on e.id = l.entry_id where pseudonym = ?",
                person);
    }

    long lastOf(UUID person) throws SQLException {
        return number(
                "select max(index) from ledger_entry l join consent_entry e on e.id = l.entry_id where pseudonym = ?",
                person);
    }

    /** Not the newest. */
    long anyCheckpoint() throws SQLException {
        return number(
                "select size from ledger_checkpoint order by size limit 1 offset ?",
                random.nextLong(number("select count(*) - 1 from ledger_checkpoint")));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
