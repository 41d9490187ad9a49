package io.tact.recommendation.erasure;

import io.agroal.api.AgroalDataSource;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt.Deleted;
import io.tact.consent.client.erasure.SignReceipts;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deletes answers, and says so, in one transaction. */
@ApplicationScoped
class AnswerErasures {
    private final AgroalDataSource database;
    private final ErasureStore store;
    private final SignReceipts receipts;

    AnswerErasures(AgroalDataSource database, ErasureStore store, SignReceipts receipts) {
        this.database = database;
        this.store = store;
        this.receipts = receipts;
    }

    Set<UUID> answered(Collection<UUID> requests) {
        return inTransaction(connection -> store.answered(connection, requests));
    }

    /** Keys of answers that are on their way, or were published within the last hour. */
    Set<String> onTheirWay(Collection<Heard> all) {
        return inTransaction(connection -> store.old(connection, Heard.until(all)));
    }

    /**
     * Of an erasure that was answered meanwhile only goes what this replica wrote too late for that
     * answer.
     *
     * @param published keys of answers of before
     */
    void answer(Collection<Heard> all, Set<String> published) {
        inTransaction(
                connection -> {
                    Map<IdentityKey, Instant> until = Heard.until(all);
                    List<Heard> unanswered = unanswered(connection, all);
                    Set<String> rows = store.delete(connection, until);
                    Set<String> keys = new HashSet<>(published);
                    keys.removeAll(store.newer(connection, until));
                    keys.addAll(rows);
                    store.tombstone(connection, keys);
                    Map<String, Long> rowsOf = countedByIdentity(rows);
                    Map<String, Long> keysOf = countedByIdentity(keys);
                    for (Heard heard : unanswered) {
                        List<Deleted> deleted = deleted(heard, rowsOf, keysOf);
                        store.send(
                                connection,
                                heard.request(),
                                receipts.sign(heard.erasure(), deleted));
                    }
                    return unanswered;
                });
    }

    private List<Heard> unanswered(Connection connection, Collection<Heard> all)
            throws SQLException {
        var unanswered = new ArrayList<Heard>();
        for (Heard heard : all) {
            if (store.claim(connection, heard.erasure())) {
                unanswered.add(heard);
            }
        }
        return unanswered;
    }

    private static List<Deleted> deleted(
            Heard heard, Map<String, Long> rows, Map<String, Long> keys) {
        var remembered = heard.remembered();
        return List.of(
                new Deleted("postgres", "outbox", of(heard.erasure(), rows)),
                new Deleted("kafka", PublishedAnswers.TOPIC, of(heard.erasure(), keys)),
                new Deleted("memory", "histories", remembered.histories()),
                new Deleted("memory", "persons", remembered.persons()),
                new Deleted("memory", "preferences", remembered.preferences()),
                new Deleted("memory", "stops", remembered.stops()),
                new Deleted("memory", "model", 1));
    }

    private static Map<String, Long> countedByIdentity(Set<String> keys) {
        return keys.stream()
                .collect(
                        Collectors.groupingBy(
                                key -> key.substring(0, key.indexOf('/')), Collectors.counting()));
    }

    private static long of(Erasure erasure, Map<String, Long> counts) {
        return erasure.identities().stream()
                .mapToLong(key -> counts.getOrDefault(key.value(), 0L))
                .sum();
    }

    private <T> T inTransaction(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException trouble) {
            throw new IllegalStateException("The database does not forget for now", trouble);
        }
    }

    /** Done as a whole or not at all. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
