package io.tact.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.localstack.test.Eventually;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class ExportStreamTest {
    private static final int EVENTS = 20_000;

    Shop shop;

    @TestHTTPResource("/v1/me/export")
    URI address;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Customer ann;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        happened("some", EVENTS);
    }

    @Test
    void everythingComesFromTheMomentAtWhichItWasAskedForNoFasterThanItIsRead() throws Exception {
        HttpResponse<InputStream> slow = export();
        try (InputStream body = slow.body()) {
            byte[] first = body.readNBytes(1_000);
            Eventually.holds("waits for its reader", () -> open() == 1);
            happened("more", 10);

            byte[] rest = body.readAllBytes();

            var export =
                    Exports.object(
                            new String(first, StandardCharsets.UTF_8)
                                    + new String(rest, StandardCharsets.UTF_8));
            assertThat(slow.headers().firstValue("Content-Length")).isEmpty();
            assertThat(Exports.section(export, "events")).hasSize(EVENTS);
        }
        Eventually.holds("lets go of its connection", () -> open() == 0);
    }

    @Test
    void fewAreReadAtATimeAndWhoLeavesMakesRoom() throws Exception {
        List<InputStream> slow = new ArrayList<>();
        for (int i = 0; i < ExportMine.AT_MOST; i++) {
            slow.add(export().body());
        }

        HttpResponse<InputStream> refused = export();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("https://tact.dev/problems/export-busy");

        for (InputStream one : slow) {
            one.close();
        }
        Eventually.holds("there is room again", this::isRead);
        Eventually.holds("connections are given back", () -> open() == 0);
    }

    private boolean isRead() {
        try {
            HttpResponse<InputStream> next = export();
            next.body().readAllBytes();
            return next.statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<InputStream> export() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + ann.token())
                        .build(),
                BodyHandlers.ofInputStream());
    }

    /** Transactions that hold a snapshot for somebody who reads. */
    private int open() {
        return Integer.parseInt(
                shop.query(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and state = 'idle in transaction' and query like '%found(one)%'""")
                        .get(0));
    }

    private void happened(String what, int events) {
        shop.query(
                """
                insert into event (day, event_id, source, source_kind, ground, message_id, type, name, identity_key, identities, person,
                    purposes, at, received_at, products, properties, said)
                select '2026-01-02', ? || i || ?, 's', 'server', 'consent', 'm' || i, 'track', 'Seen', ?, array[?], 'p', '{experience}',
                    clock_timestamp(), clock_timestamp(), '[]', jsonb_build_object('i', i), jsonb_build_object('said', repeat('x', 1000))
                from generate_series(1, ?) i""",
                what,
                ann.userId(),
                ann.key().value(),
                ann.key().value(),
                events);
    }
}
