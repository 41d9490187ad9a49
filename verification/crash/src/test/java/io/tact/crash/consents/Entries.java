package io.tact.crash.consents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the database holds.
 *
 * @param versions of each identity
 * @param leaves by index, of the entries that have one
 * @param unplaced how many have none
 */
record Entries(
        Map<String, SortedSet<Long>> versions, SortedMap<Long, byte[]> leaves, long unplaced) {
    private static final String SELECT =
            """
            select s.identity_key, e.version, l.index, l.leaf
            from consent_entry e
            left join consent_state s using (pseudonym)
            left join ledger_entry l on l.entry_id = e.id""";

    static Entries read(Connection connection) throws SQLException {
        var versions = new TreeMap<String, SortedSet<Long>>();
        var leaves = new TreeMap<Long, byte[]>();
        long unplaced = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SELECT)) {
            while (rows.next()) {
                add(rows, versions);
                byte[] leaf = rows.getBytes("leaf");
                if (leaf == null) {
                    unplaced++;
                } else {
                    leaves.put(rows.getLong("index"), leaf);
                }
            }
        }
        return new Entries(versions, leaves, unplaced);
    }

    private static void add(ResultSet row, Map<String, SortedSet<Long>> versions)
            throws SQLException {
        String identity = String.valueOf(row.getString("identity_key"));
        long version = row.getLong("version");
        if (!versions.computeIfAbsent(identity, any -> new TreeSet<>()).add(version)) {
            throw new AssertionError("Two entries are " + new Version(identity, version));
        }
    }

    long count() {
        return leaves.size() + unplaced;
    }

    /** Indexes from 0 without a gap. */
    boolean isWholeOrder() {
        return unplaced == 0 && (leaves.isEmpty() || leaves.lastKey() == leaves.size() - 1);
    }
}
