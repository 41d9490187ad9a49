package io.tact.profile.linking;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose data somebody has rights over (Art. 15 to 20 GDPR): the identities that the request proves;
 * for a customer also all that are the same person as the account now, as it is written down. A
 * visitor's token alone reaches nothing but that visitor: whoever holds a browser is not the
 * account that once used it. Unlike {@link FindIdentities} it asks for no consent, because a right
 * needs none.
 */
@ApplicationScoped
public class FindMine {
    private final Pool pool;

    FindMine(Pool pool) {
        this.pool = pool;
    }

    /** The proven ones first, the customer before the visitor. */
    public Uni<List<IdentityKey>> of(Caller caller) {
        return of(pool, caller);
    }

    /**
     * @param client in whose transaction it is asked
     */
    public static Uni<List<IdentityKey>> of(SqlClient client, Caller caller) {
        return caller.customer()
                .map(customer -> joined(client, caller, customer))
                .orElseGet(() -> Uni.createFrom().item(caller.keys()));
    }

    private static Uni<List<IdentityKey>> joined(SqlClient client, Caller caller, Proven customer) {
        return FindPerson.of(client, customer.key())
                .map(
                        same -> {
                            Set<IdentityKey> mine = new LinkedHashSet<>(caller.keys());
                            same.forEach(identity -> mine.add(identity.key()));
                            return List.copyOf(mine);
                        });
    }
}
