package io.tact.consent.consents;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.ledger.Continuity;
import io.tact.consent.ledger.DatabaseBehind;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Appends changes and what they amount to, in somebody's transaction: all of them or none. */
@ApplicationScoped
class KeepChanges {
    private final Continuity continuity;
    private final ConsentStore states;
    private final EntryStore entries;

    KeepChanges(Continuity continuity, ConsentStore states, EntryStore entries) {
        this.continuity = continuity;
        this.states = states;
        this.entries = entries;
    }

    /**
     * Fails with {@link DamagedState} where a row cannot be believed, and with {@link
     * DatabaseBehind}.
     *
     * @param changes no identity in two of them
     * @return what holds after each of them
     */
    Uni<List<Consent>> keep(SqlConnection connection, List<Unrecorded> changes) {
        List<IdentityKey> keys =
                changes.stream().flatMap(change -> change.keys().stream()).toList();
        return Uni.combine()
                .all()
                .unis(continuity.demand(connection), states.claim(connection, keys))
                .with((whole, claimed) -> claimed)
                .map(claimed -> changes.stream().map(change -> next(change, claimed)).toList())
                .call(
                        next ->
                                entries.append(
                                        connection, next.stream().flatMap(List::stream).toList()))
                .map(next -> next.stream().map(KeepChanges::consent).toList());
    }

    private static List<NextEntry> next(
            Unrecorded unrecorded, Map<IdentityKey, ClaimedState> claimed) {
        return unrecorded.keys().stream()
                .map(
                        key ->
                                new NextEntry(
                                        requireNonNull(claimed.get(key)).with(unrecorded.change()),
                                        unrecorded.change(),
                                        unrecorded.requestId()))
                .toList();
    }

    private static Consent consent(List<NextEntry> entries) {
        return Consent.of(entries.stream().map(entry -> entry.next().next()).toList());
    }
}
