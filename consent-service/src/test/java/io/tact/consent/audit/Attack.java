package io.tact.consent.audit;

import io.tact.proof.note.SigningKey;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

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
        return Stream.of(
                        EntryAttacks.all(),
                        StateAttacks.all(),
                        TreeAttacks.all(),
                        HistoryAttacks.all(stolen))
                .flatMap(List::stream)
                .toList();
    }
}
