package io.tact.consent.erasure;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
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
     * @return how many had come back
     */
    int forget(JournalBody journal) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("uuid", journal.pseudonyms().toArray()));
            LocalDate until = journal.proofKeptUntil().orElse(null);
            statement.setObject(2, until, Types.DATE);
            int back = statement.executeUpdate();
            if (back > 0) {
                LOG.warnf("Persons were forgotten again after a restore: pseudonyms=%d", back);
            }
            return back;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
