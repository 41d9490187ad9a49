package io.tact.consent.linked;

import io.agroal.api.AgroalDataSource;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.identity.IdentityKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps who is linked, and leaves word where a link may carry a no. Following and forgetting take
 * turns: whoever is forgotten in between is found by one of both.
 */
@ApplicationScoped
public class FollowLinks {
    private final AgroalDataSource database;
    private final LinkStore store;
    private final Forgotten forgotten;

    FollowLinks(AgroalDataSource database, LinkStore store, Forgotten forgotten) {
        this.database = database;
        this.store = store;
        this.forgotten = forgotten;
    }

    /**
     * An older version, or the same again, changes nothing; nor does what is of before an erasure.
     *
     * @param read the latest of each identity-key; empty where there is none any more
     */
    synchronized void follow(Map<String, Optional<IdentityRecord>> read) {
        var links = new HashMap<String, IdentityRecord>();
        var gone = new ArrayList<String>();
        read.forEach(
                (key, record) ->
                        record.ifPresentOrElse(link -> links.put(key, link), () -> gone.add(key)));
        links.entrySet().removeIf(link -> isForgotten(link.getKey(), link.getValue()));
        try (var connection = database.getConnection()) {
            if (!links.isEmpty()) {
                store.link(connection, links);
            }
            if (!gone.isEmpty()) {
                store.unlink(connection, gone);
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /**
     * Whom these name, as far as they were not seen since. Each replica does it whenever it hears
     * of an erasure: it may have followed a link after another one had forgotten.
     */
    public synchronized void forget(List<Erasure> erasures) {
        try (var connection = database.getConnection()) {
            store.forget(connection, erasures);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private boolean isForgotten(String key, IdentityRecord link) {
        return forgotten.holds(new IdentityKey(key), link.person(), link.firstSeenAt());
    }
}
