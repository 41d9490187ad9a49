package io.tact.profile.erasure.receipt;

import io.smallrye.mutiny.Uni;
import io.tact.consent.client.erasure.SignedReceipt;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What was asked, and who has answered. */
@ApplicationScoped
public class ReceiptStore {
    private static final String RECEIPT =
            """
            insert into erasure_receipt (request, service, receipt) values ($1, $2, $3)
            on conflict do nothing""";

    private static final String REQUESTED =
            """
            select e.request, e.requested_at, e.erased_at,
                (select json_object_agg(r.service, r.receipt order by r.service)
                 from erasure_receipt r where r.request = e.request)::text as receipts
            from erasure e""";

    private static final String OF =
            REQUESTED
                    + """
                     where e.request in (select request from erased_identity where identity_key = any($1))
                    order by e.requested_at desc limit 20""";

    private static final String UNANSWERED =
            REQUESTED
                    + """
                     where (select count(*) from erasure_receipt r where r.request = e.request and r.service = any($1)) < $2
                    order by e.requested_at limit 200""";

    private final Pool pool;

    ReceiptStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(SignedReceipt receipt) {
        return pool.preparedQuery(RECEIPT)
                .execute(Tuple.of(receipt.request(), receipt.service(), receipt.receipt()))
                .replaceWithVoid();
    }

    /** The latest first. */
    public Uni<List<Requested>> of(Collection<IdentityKey> keys) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of((Object) texts(keys)))
                .map(ReceiptStore::all);
    }

    /** Those of which a service has not answered, the oldest first. */
    public Uni<List<Requested>> unanswered(Set<String> services) {
        return pool.preparedQuery(UNANSWERED)
                .execute(Tuple.of(services.toArray(String[]::new), (long) services.size()))
                .map(ReceiptStore::all);
    }

    private static List<Requested> all(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ReceiptStore::requested)
                .toList();
    }

    private static Requested requested(Row row) {
        String receipts = row.getString("receipts");
        return new Requested(
                row.getUUID("request"),
                row.getOffsetDateTime("requested_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("erased_at"))
                        .map(OffsetDateTime::toInstant),
                receipts == null
                        ? Map.of()
                        : new JsonObject(receipts)
                                .stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        entry -> (String) entry.getValue())));
    }

    private static String[] texts(Collection<IdentityKey> keys) {
        return keys.stream().map(IdentityKey::value).toArray(String[]::new);
    }
}
