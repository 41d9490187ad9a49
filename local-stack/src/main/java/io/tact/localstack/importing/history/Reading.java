package io.tact.localstack.importing.history;

/** What became of one line of the file. */
sealed interface Reading {
    record Bought(OrderLine line) implements Reading {}

    /** Understood, and nothing to import. */
    record Skipped(String invoice, Reason reason) implements Reading {}

    /** Not understood. The text names the trouble, never a customer. */
    record Bad(long line, String trouble) implements Reading {}

    enum Reason {
        CANCELLED("lines of cancelled invoices (the number begins with C)"),
        NOTHING_BOUGHT("lines with a quantity of zero or less"),
        NO_PRICE("lines with a price of zero or less"),
        NO_PRODUCT("lines without a product (postage, fees, samples …)");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
