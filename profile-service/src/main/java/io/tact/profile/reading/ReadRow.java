package io.tact.profile.reading;

import static java.util.stream.Collectors.groupingBy;

import io.tact.consent.client.identity.IdentityKey;
import io.tact.profile.reading.ReadLog.Added;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A row of the log: what one client read of somebody for one purpose. */
record ReadRow(IdentityKey of, String client, String purpose) {
    /** JSON, as the statement reads it: several reads of one row are one. */
    static JsonArray of(List<Added> added) {
        var rows = new JsonArray();
        added.stream()
                .collect(groupingBy(ReadRow::of))
                .forEach((row, reads) -> rows.add(row.json(reads)));
        return rows;
    }

    private static ReadRow of(Added added) {
        return new ReadRow(added.of(), added.read().client(), added.read().purpose().name());
    }

    private JsonObject json(List<Added> reads) {
        return new JsonObject()
                .put("identity_key", of.value())
                .put("client", client)
                .put("purpose", purpose)
                .put("reads", reads.size())
                .put(
                        "shown",
                        reads.stream()
                                .flatMap(one -> one.read().shown().stream())
                                .distinct()
                                .sorted()
                                .toList())
                .put("withheld", reads.stream().anyMatch(one -> one.read().withheld()));
    }
}
