import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What ten shoppers of a shop do, 50 events at a time: each says something about themselves or looks at pages and products, and
 * one of ten things is put into the basket. Three of four batches come from a browser's source, the fourth from a server's. The
 * last event of each was sent before, as clients do that missed an answer.
 */
final class EventBatches {
    static final int SIZE = 50;

    /** Of a batch. */
    static final int NEW = SIZE - 1;

    private static final int EVENTS_OF_A_SHOPPER = 5;

    /** As many batches later; a multiple of four, as from another source it would be another event. */
    private static final int REPEATED_AFTER = 40;

    private static final List<String> KINDS = List.of("tent", "coat", "gloves", "lamp", "stove");

    private final String run = "load-" + Long.toString(System.currentTimeMillis(), 36);
    private final Instant began = Instant.now();
    private final JsonNode suite;
    private final List<Shoppers.Shopper> shoppers;
    private final List<String> keys;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();

    EventBatches(JsonNode suite, List<Shoppers.Shopper> shoppers) {
        this.suite = suite;
        this.shoppers = shoppers;
        String browser = writeKey("storefront-browser");
        this.keys = List.of(browser, browser, browser, writeKey("storefront-server"));
    }

    private String writeKey(String source) {
        return suite.at("/writeKeys/" + source).get("writeKey").asText();
    }

    Door.Answer send(Door door) throws IOException {
        return send(door, NEW);
    }

    /**
     * @param fresh how many events that were never sent
     */
    Door.Answer send(Door door, int fresh) throws IOException {
        int batch = turn.getAndIncrement();
        sent.addAndGet(fresh);
        var headers = List.of("X-Write-Key: " + keys.get(batch % keys.size()), "Content-Type: application/json");
        Door.Answer answer = door.send("POST", "/v1/batch", headers, body(batch, fresh).getBytes(StandardCharsets.UTF_8));
        if (answer.status() == 200) {
            acknowledged.addAndGet(fresh);
        }
        return answer;
    }

    private String body(int batch, int fresh) {
        var events = new ArrayList<String>();
        for (int i = 0; i < fresh; i++) {
            events.add(event(batch, i));
        }
        // from the same source, or it is another event
        events.add(event(batch < REPEATED_AFTER ? batch : batch - REPEATED_AFTER, 0));
        return "{\"batch\":[" + String.join(",", events) + "],\"sentAt\":\"" + began.plusMillis(batch) + "\"}";
    }

    private String event(int batch, int i) {
        int visit = batch * (SIZE / EVENTS_OF_A_SHOPPER) + i / EVENTS_OF_A_SHOPPER;
        int product = (batch * 31 + i * 7) % 4_000;
        return String.format(
                Locale.ROOT,
                """
                {%s,"messageId":"%s-%d-%d","anonymousId":"%s","timestamp":"%s","context":{"sessionId":"visit-%d","locale":"en-GB",\
                "library":{"name":"analytics.js","version":"1.84.3"},"userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",\
                "page":{"path":"/products/%d","url":"https://shop.example/products/%d","referrer":"https://shop.example/","title":"Product %d"}}}""",
                what(batch, i, product), run, batch, i, shoppers.get(visit % shoppers.size()).anonymousId(), began.plusMillis(batch), visit, product, product, product);
    }

    private String what(int batch, int i, int product) {
        String kind = KINDS.get(product % KINDS.size());
        int of = i % 10;
        if (of == 0) {
            return "\"type\":\"identify\",\"traits\":{\"favourite_kind\":\"" + kind + "\",\"visits\":" + batch + ",\"newsletter\":true}";
        }
        if (of < 5) {
            return "\"type\":\"page\",\"properties\":{\"path\":\"/products/" + product + "\",\"title\":\"Product " + product + "\"}";
        }
        return String.format(
                Locale.ROOT,
                """
                "type":"track","event":"%s","properties":{"product_id":"load-%d","sku":"SKU-%d","category":"%s","name":"Product %d","brand":"Acme",\
                "price":%d.95,"quantity":1,"currency":"EUR"}""",
                of == 9 ? "Product Added" : "Product Viewed", product, product, kind, product, product % 200);
    }

    /**
     * Waits, for two minutes at most, until what an overload left to do is done: what waits sealed where a lease lapsed is judged, and all is
     * published.
     */
    void settle() throws SQLException, InterruptedException {
        long waiting = count("select count(*) from waiting_event");
        long began = System.nanoTime();
        while (!isSettled() && System.nanoTime() - began < 120e9) {
            Thread.sleep(500);
        }
        String end = isSettled() ? "settled" : "NOT SETTLED";
        System.out.printf("%s after %.0f s; %,d rows of events had to wait for a lease%n", end, (System.nanoTime() - began) / 1e9, waiting);
    }

    private boolean isSettled() throws SQLException {
        return count("select count(*) from waiting_event") == 0
                && count("select count(*) from (select from outbox where (xid, id) > (select xid, id from outbox_position) limit 1) as unpublished") == 0;
    }

    /** Compares what was acknowledged, since the first batch, with the rows that there are; prints both. */
    boolean areAllKept() throws SQLException, InterruptedException {
        int least = acknowledged.get();
        int most = sent.get();
        settle();
        String day = began.toString().substring(0, 10);
        long rows = count("select count(*) from event where day between ?::date and ?::date + 1 and message_id like ?", day, day, run + "-%");
        boolean held = least <= rows && rows <= most;
        System.out.printf("acknowledged %,d distinct events of %,d sent; rows in the database %,d%s%n", least, most, rows, held ? "" : ": LOST OR DOUBLED");
        return held;
    }

    private long count(String sql, String... parameters) throws SQLException {
        String database = suite.at("/services/profile-service/database/name").asText();
        try (var connection = Durability.superuser(suite.get("postgres"), database);
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
