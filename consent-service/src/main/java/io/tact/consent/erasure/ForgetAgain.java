package io.tact.consent.erasure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Forgets whom the journal names, where they are still known: after a backup from before was
 * restored they have come back, and nobody asked for that.
 */
@ApplicationScoped
class ForgetAgain {
    private static final Logger LOG = Logger.getLogger(ForgetAgain.class);

    private static final String FORGET =
            """
            with known as (
                select pseudonym, wrapped from person_key where pseudonym = any(?)
            ), states as (
                delete from consent_state s using known where s.pseudonym = known.pseudonym
                returning s.pseudonym, s.identity_key
            ), kept as (
                insert into kept_key (pseudonym, identity_key, wrapped, until)
                select pseudonym, identity_key, wrapped, k.until from known join states using (pseudonym), (select ?::date as until) k
                where k.until > current_date
            ), links as (
                delete from linked_identity l using states where l.identity_key = states.identity_key
            ), noes as (
                delete from no_waiting n using states where n.identity_key = states.identity_key
            ), looks as (
                update lookup set identity_key = null from states where lookup.identity_key = states.identity_key
            ), tombstones as (
                insert into outbox (topic, key, type)
                select 'consent.state.v1', identity_key, 'io.tact.consent.state.v1' from states
            )
            delete from person_key p using known where p.pseudonym = known.pseudonym""";

    private final AgroalDataSource database;

    ForgetAgain(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Many at once: at a start all that was ever erased is read again.
     *
     * @return how many had come back
     */
    int forget(List<JournalBody> erasures) {
        Map<Optional<LocalDate>, List<UUID>> byDay =
                erasures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        JournalBody::proofKeptUntil,
                                        Collectors.flatMapping(
                                                erasure -> erasure.pseudonyms().stream(),
                                                Collectors.toList())));
        int back = 0;
        try (var connection = database.getConnection()) {
            for (var day : byDay.entrySet()) {
                back += forget(connection, day.getValue(), day.getKey());
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
        if (back > 0) {
            LOG.warnf("Persons were forgotten again after a restore: pseudonyms=%d", back);
        }
        return back;
    }

    private static int forget(
            Connection connection, List<UUID> pseudonyms, Optional<LocalDate> keptUntil)
            throws SQLException {
        try (var statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("uuid", pseudonyms.toArray()));
            LocalDate until = keptUntil.orElse(null);
            statement.setObject(2, until, Types.DATE);
            return statement.executeUpdate();
        }
    }
}
