package io.tact.frequency.capped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes back everything that was published as exhausted: the rules are other ones now. */
@ApplicationScoped
public class ForgetCaps {
    private static final String FORGET =
            """
            with changed as (delete from capped where reason = 'cap' returning name, label)
            insert into outbox (topic, key, type)
            select 'frequency.capped.v1', name || '/' || label, 'io.tact.frequency.capped.v1' from changed""";

    /** In the running transaction of the change. */
    public Uni<Integer> ofAllPersons() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET).executeUpdate());
    }
}
