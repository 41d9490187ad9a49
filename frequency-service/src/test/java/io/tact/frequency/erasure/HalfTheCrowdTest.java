package io.tact.frequency.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Receipt;
import io.tact.consent.client.testkit.ErasureRequests;
import io.tact.frequency.ServiceUnderTest;
import io.tact.frequency.Surroundings;
import io.tact.localstack.test.Eventually;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class HalfTheCrowdTest {
    private static final List<String> TOPICS =
            List.of("frequency.impression.v1", "frequency.capped.v1");

    Surroundings shop;
    @Inject Pool database;

    @Test
    void nothingOfTheErasedIsLeftAndTheOthersAreUnchanged() {
        long seed = Long.getLong("tact.test.seed", System.nanoTime());
        System.out.println("HalfTheCrowdTest seed " + seed);
        var rows = new Rows(database);
        var crowd = new Crowd(shop, new Random(seed), rows);
        List<Somebody> all = crowd.of(60);
        untilPublished(rows);
        List<Somebody> gone = all.subList(0, 30);
        List<Somebody> others = all.subList(30, 60);
        Map<String, String> othersRows = rows.texts(others);
        Map<String, String> othersRecords = values(names(others));
        Instant now = Instant.now();
        List<Erasure> erasures = gone.stream().map(one -> one.erasure(now)).toList();
        Map<UUID, Map<String, Long>> expected = new HashMap<>();
        for (Erasure erasure : erasures) {
            expected.put(erasure.request(), expected(rows, erasure));
        }

        erasures.forEach(this::send);

        List<JsonNode> receipts = erasures.stream().map(this::receipt).toList();
        untilPublished(rows);
        assertThat(rows.tracesIn(gone)).isEmpty();
        assertThat(values(names(gone))).isEmpty();
        for (Erasure erasure : erasures) {
            JsonNode receipt = receipts.get(erasures.indexOf(erasure));
            assertThat(receipt.get("erasedAt").asText()).isEqualTo(erasure.erasedAt().toString());
            assertThat(ErasureRequests.deleted(receipt))
                    .as(erasure.request() + " of seed " + seed)
                    .containsAllEntriesOf(expected.get(erasure.request()));
        }
        assertThat(rows.texts(others).entrySet()).isSubsetOf(othersRows.entrySet());
        assertThat(values(names(others))).isEqualTo(othersRecords);

        erasures.forEach(this::send);
        crowd.replay();
        Erasure last = all.get(0).erasure(now);
        send(last);
        receipt(last);

        untilPublished(rows);
        assertThat(rows.tracesIn(gone)).isEmpty();
        assertThat(values(names(gone))).isEmpty();
        assertThat(rows.texts(others).entrySet()).isSubsetOf(othersRows.entrySet());
        assertThat(values(names(others))).isEqualTo(othersRecords);
        assertThat(erasures).allSatisfy(erasure -> assertThat(sent(erasure)).isOne());
    }

    private Map<String, Long> expected(Rows rows, Erasure erasure) {
        Traces traces = Traces.of(erasure);
        Map<String, Long> expected = new TreeMap<>();
        rows.counts(traces).forEach((table, count) -> expected.put("postgres " + table, count));
        expected.put(
                "kafka frequency.impression.v1",
                (long) values("frequency.impression.v1", traces.names()).size());
        return expected;
    }

    private void send(Erasure erasure) {
        shop.erasures().send(erasure);
    }

    private JsonNode receipt(Erasure erasure) {
        return shop.erasures().receipt(erasure.request(), "frequency-service");
    }

    private long sent(Erasure erasure) {
        return shop.topics().readToTheEnd(Receipt.TOPIC).stream()
                .filter(record -> record.key().equals(erasure.request().toString()))
                .count();
    }

    /** What was committed until now is out. */
    private void untilPublished(Rows rows) {
        Eventually.holds(
                "the outbox",
                () ->
                        rows.count(
                                        "select count(*) from outbox o, outbox_position p where (o.xid, o.id) > (p.xid, p.id)",
                                        Tuple.tuple())
                                == 0);
    }

    private static Set<String> names(List<Somebody> people) {
        return people.stream()
                .flatMap(one -> one.traces().names().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, String> values(Set<String> names) {
        var all = new TreeMap<String, String>();
        TOPICS.forEach(topic -> all.putAll(values(topic, names)));
        return all;
    }

    /** What a topic says in these names, or of them. */
    private Map<String, String> values(String topic, Collection<String> names) {
        var found = new TreeMap<String, String>();
        var last = new ArrayList<>(shop.topics().last(topic).entrySet());
        for (var record : last) {
            String value = record.getValue();
            if (value != null
                    && names.stream().anyMatch(name -> (record.getKey() + value).contains(name))) {
                found.put(record.getKey(), value);
            }
        }
        return found;
    }
}
