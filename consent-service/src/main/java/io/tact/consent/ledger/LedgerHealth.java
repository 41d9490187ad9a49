package io.tact.consent.ledger;

/**
 * How the ledger is.
 *
 * @param entries in order and signed, in the database
 * @param published under the newest checkpoint that everybody can have
 * @param waiting entries and leaves that have no index yet
 * @param refused entries and leaves that this service did not write
 */
record LedgerHealth(long entries, long published, long waiting, long refused) {

    /** The database does not hold what was shown. */
    boolean isBehind() {
        return entries < published;
    }
}
