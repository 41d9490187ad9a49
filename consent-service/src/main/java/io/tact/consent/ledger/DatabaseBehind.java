package io.tact.consent.ledger;

/** The database lacks what was shown before: nothing can be recorded on top of it. */
public final class DatabaseBehind extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseBehind(long signed, long shown) {
        super("the database ends at " + signed + " entries, and " + shown + " were shown");
    }
}
