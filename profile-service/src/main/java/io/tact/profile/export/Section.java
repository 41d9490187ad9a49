package io.tact.profile.export;

/**
 * A part of an export: an array with an object for each row.
 *
 * @param name in the document
 * @param table whose rows they are
 * @param sql a column of JSON objects; {@code $1} are the identity-keys, and {@code $2}, where it
 *     is used, providers by source, as JSON
 */
record Section(String name, String table, String sql) {
    /** As it is written, so that a number stays what it is. */
    String asText() {
        return "select one::text from (" + sql + ") found(one)";
    }

    boolean namesProviders() {
        return sql.contains("$2");
    }
}
