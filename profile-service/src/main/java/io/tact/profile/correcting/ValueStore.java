package io.tact.profile.correcting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.telling.Teller;
import io.tact.profile.trait.TraitRow;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Each is one statement, which is one transaction; the view follows in the same. */
@ApplicationScoped
class ValueStore {
    private static final String CORRECT = "select correct_value($1, $2::text::jsonb, $3, $4)";
    private static final String FORGET = "select forget_named($1, $2, null, $3)";

    private final Pool pool;
    private final ObjectMapper json;

    ValueStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** In the place of all that is known of these under its name. */
    Uni<Void> correct(Collection<IdentityKey> of, Teller teller, TraitRow told, String requestId) {
        return run(
                CORRECT,
                Tuple.of(texts(of), text(told), teller.identity().type().wire(), requestId));
    }

    Uni<Void> forget(Collection<IdentityKey> of, String name, String requestId) {
        return run(FORGET, Tuple.of(texts(of), name, requestId));
    }

    private Uni<Void> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private String text(TraitRow row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A trait is a plain record", impossible);
        }
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }
}
