package io.tact.consent.linked;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Keeps who is linked, and leaves word where a link may carry a no. */
@ApplicationScoped
class FollowLinks {
    private final AgroalDataSource database;
    private final LinkStore links;

    FollowLinks(AgroalDataSource database, LinkStore links) {
        this.database = database;
        this.links = links;
    }

    /** An older version, or the same again, changes nothing. */
    void follow(String key, String person, long version) {
        try (var connection = database.getConnection()) {
            links.link(connection, key, person, version);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    void forget(String key) {
        try (var connection = database.getConnection()) {
            links.unlink(connection, key);
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
