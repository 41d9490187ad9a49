package io.tact.consent.linked;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps who is linked, and leaves word where a link may carry a no. */
@ApplicationScoped
class FollowLinks {
    private final AgroalDataSource database;
    private final LinkStore store;

    FollowLinks(AgroalDataSource database, LinkStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * An older version, or the same again, changes nothing.
     *
     * @param read the latest of each identity-key; empty where there is none any more
     */
    void follow(Map<String, Optional<IdentityRecord>> read) {
        var links = new HashMap<String, IdentityRecord>();
        var gone = new ArrayList<String>();
        read.forEach(
                (key, record) ->
                        record.ifPresentOrElse(link -> links.put(key, link), () -> gone.add(key)));
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
}
