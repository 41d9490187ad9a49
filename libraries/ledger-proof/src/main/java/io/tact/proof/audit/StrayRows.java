package io.tact.proof.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Rows that belong to an entry that is not there. */
record StrayRows(Database database, Findings findings) {
    private static final String NO_ENTRY =
            "where not exists (select 1 from consent_entry e where e.%s = t.%s)";

    void check() throws SQLException {
        try (ResultSet rows =
                database.query(
                        "select index, entry_id from ledger_entry t where entry_id is not null and not exists (select 1 from consent_entry e where e.id = t.entry_id) order by index")) {
            while (rows.next()) {
                findings.add(
                        "consent_entry " + rows.getLong("entry_id"),
                        OptionalLong.of(rows.getLong("index")),
                        "the row that this leaf is of",
                        "none");
            }
        }
        check("entry_waiting", "entry_id", "id");
        check("entry_refused", "entry_id", "id");
        check("person_key", "pseudonym", "pseudonym");
        check("consent_state", "pseudonym", "pseudonym");
    }

    private void check(String table, String column, String ofEntry) throws SQLException {
        String stray =
                "select t.%s::text from %s t %s"
                        .formatted(column, table, NO_ENTRY.formatted(ofEntry, column));
        try (ResultSet rows = database.query(stray)) {
            while (rows.next()) {
                findings.add("%s of %s".formatted(table, rows.getString(1)), "an entry", "none");
            }
        }
    }
}
