package io.tact.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.localstack.test.Eventually;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People visit, allow, tell, buy, are shown campaigns and log in; half of them have themselves
 * forgotten. Then nothing of them can be found in any database, topic or log, four services have
 * signed for it, all their history is sent again and still nobody is back, and the other half is as
 * it was. {@code -Dtact.people=1000} is the full form.
 */
class ForgottenJourneyTest {
    private static final int PEOPLE = Integer.getInteger("tact.people", 18);

    /**
     * Whose records come after those that were sent again. Their 80 identities miss one of eight
     * partitions in one run of five thousand.
     */
    private static final int BEHIND_THEM = 48;

    private static final long SEED = Long.getLong("tact.seed", System.nanoTime());

    /** What may go on naming the keys: that they were erased, and what is on its way out. */
    private static final Set<String> REMEMBERED =
            Set.of(
                    "profile-service.erased_identity",
                    "profile-service.erasure",
                    "consent-service.outbox",
                    "consent-service.tombstone_due",
                    "frequency-service.outbox",
                    "frequency-service.tombstone_due",
                    "profile-service.outbox",
                    "profile-service.tombstone_due",
                    "recommendation-service.outbox",
                    "recommendation-service.tombstone_due");

    /** What goes on without anybody's doing. */
    private static final Set<String> RESTLESS =
            Set.of(
                    "profile-service.edge",
                    "profile-service.computed_due",
                    "consent-service.entry_waiting");

    private final RunningSuite suite = RunningSuite.get();
    private final Traces traces = new Traces(suite);
    private final Dump dump = new Dump(suite, traces);
    private final Random random = new Random(SEED);

    @Test
    void whoeverIsForgottenIsNowhereAndStaysAwayAndTheOthersStay(@TempDir Path folder)
            throws IOException, InterruptedException {
        System.out.printf("people=%d seed=%d%n", PEOPLE, SEED);
        List<Somebody> people = people(PEOPLE);
        settled(people);
        List<Somebody> leaving = people.subList(0, PEOPLE / 2);
        List<Somebody> staying = people.subList(PEOPLE / 2, PEOPLE);
        Set<String> theirCanaries = canaries(leaving);
        Set<String> theirNames = names(leaving);
        Set<String> otherNames = names(staying);
        List<ConsumerRecord<String, String>> history =
                traces.records(Traces.both(theirCanaries, theirNames));
        Map<String, Set<String>> others = calm(otherNames, canaries(staying));
        assertThat(traces.rows(theirCanaries)).as("there is something to forget").isNotEmpty();
        assertThat(history).isNotEmpty();
        people.forEach(this::exportEqualsTheDatabase);

        leaving.forEach(this::forget);

        for (Somebody one : leaving) {
            verifyReceipts(complete(one), folder);
        }
        nowhere(theirCanaries, theirNames);
        traces.untilCompacted(theirCanaries);
        assertThat(traces.lines(Traces.both(theirCanaries, theirNames))).isEmpty();

        traces.produce(history);
        leaving.forEach(Somebody::sendEverythingAgain);
        settled(people(BEHIND_THEM));

        nowhere(theirCanaries, theirNames);
        assertThat(calm(otherNames, canaries(staying))).isEqualTo(others);
        for (Somebody one : leaving) {
            Eventually.holds("what a stranger is shown", () -> isAStrangers(one.visit));
        }
    }

    /** Byte for byte, unless the index changed between the two. */
    private boolean isAStrangers(Visit visit) {
        return visit.shelf("home.session")
                .body()
                .equals(Visit.begin(suite).shelf("home.session").body());
    }

    private List<Somebody> people(int count) {
        List<String> items = Catalogue.read(suite).of("tent");
        var accounts = new Accounts(suite);
        var people = new ArrayList<Somebody>();
        for (int number = 0; number < count; number++) {
            var somebody = new Somebody(Visit.begin(suite), number);
            somebody.live(items, number % 3 == 0 ? null : accounts.create());
            people.add(somebody);
        }
        return people;
    }

    /** Everything is on disk, on the topics, and taken in by whom it concerns. */
    private void settled(List<Somebody> people) {
        Set<String> canaries = canaries(people);
        Eventually.get(
                "all orders on the topic: of other events it says less",
                () ->
                        traces.records(canaries).stream()
                                .filter(record -> record.topic().contains("profile.event"))
                                .count(),
                published -> published >= (long) people.size(),
                Duration.ofMinutes(2));
        for (Somebody one : people) {
            Eventually.get(
                    "the order ends its advertising",
                    () ->
                            traces.query(
                                    "frequency-service",
                                    "select 1 from capped where reason = 'bought' and person = any(?)",
                                    (Object) Somebody.rowKeys(names(List.of(one)))),
                    stopped -> !stopped.isEmpty(),
                    Duration.ofMinutes(2));
        }
    }

    private static Set<String> canaries(Collection<Somebody> people) {
        return people.stream().map(one -> one.canary).collect(Collectors.toSet());
    }

    /** Identity-keys and pseudonyms. */
    private Set<String> names(Collection<Somebody> people) {
        var names = new HashSet<String>();
        for (Somebody one : people) {
            JsonNode data = one.visit.get("profile-service", "/v1/me/data").json();
            for (JsonNode identity : data.path("identities")) {
                String key = identity.path("key").asText();
                names.add(key);
                names.addAll(
                        traces.query(
                                "profile-service",
                                "select unnest(array[pseudonym, person]) from identity where identity_key = ?",
                                key));
            }
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(2 * people.size());
        return names;
    }

    /** As two looks in a row find it. */
    private Map<String, Set<String>> calm(Set<String> names, Set<String> canaries) {
        var before = new AtomicReference<>(Map.<String, Set<String>>of());
        return Eventually.get(
                "nothing changes any more",
                () -> held(names, canaries),
                rows -> rows.equals(before.getAndSet(rows)),
                Duration.ofMinutes(2));
    }

    private Map<String, Set<String>> held(Set<String> names, Set<String> canaries) {
        var rows = new TreeMap<>(traces.rows(Traces.both(names, canaries)));
        rows.keySet().removeAll(REMEMBERED);
        rows.keySet().removeAll(RESTLESS);
        rows.put(
                "frequency-service.person_log",
                new TreeSet<>(
                        traces.query(
                                "frequency-service",
                                "select whole::text from person_log as whole where key = any(?)",
                                (Object) Somebody.rowKeys(names))));
        return rows;
    }

    private void exportEqualsTheDatabase(Somebody one) {
        JsonNode export = one.visit.get("profile-service", "/v1/me/export?kind=access").json();
        List<String> keys = texts(export.path("identities"), "identityKey");

        for (String section : Dump.TABLES.keySet()) {
            List<Map<String, Object>> rows = dump.rows(section, keys);
            assertThat(rows).as(section).isNotEmpty();
            assertThat(Dump.told(export.path(section), rows.get(0).keySet()))
                    .as(section)
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(export.toString()).contains(one.canary);
    }

    private void forget(Somebody one) {
        Answer answer = one.visit.post("profile-service", "/v1/me/erasure", "{\"dryRun\":false}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    private JsonNode complete(Somebody one) {
        return Eventually.get(
                "four receipts",
                () ->
                        one.visit
                                .get("profile-service", "/v1/me/erasure")
                                .json()
                                .path("requests")
                                .path(0),
                request -> request.path("status").asText().equals("complete"),
                Duration.ofMinutes(2));
    }

    /** With {@code openssl}, as anybody would. */
    private void verifyReceipts(JsonNode request, Path folder)
            throws IOException, InterruptedException {
        assertThat(texts(request.path("receipts"), "service")).isEqualTo(Traces.SERVICES);
        for (JsonNode signed : request.path("receipts")) {
            String service = signed.path("service").asText();
            String[] parts = signed.path("receipt").asText().split("\\.");
            Path key = folder.resolve(service + ".pem");
            Files.writeString(
                    key,
                    suite.get("profile-service", "/v1/receipt-keys/" + service, Map.of()).body());
            Path said = folder.resolve("signed.txt");
            Files.writeString(said, parts[0] + "." + parts[1], US_ASCII);
            Path signature = folder.resolve("signature.bin");
            Files.write(signature, Base64.getUrlDecoder().decode(parts[2]));
            Process openssl =
                    new ProcessBuilder(
                                    "openssl",
                                    "pkeyutl",
                                    "-verify",
                                    "-pubin",
                                    "-inkey",
                                    key.toString(),
                                    "-rawin",
                                    "-in",
                                    said.toString(),
                                    "-sigfile",
                                    signature.toString())
                            .redirectErrorStream(true)
                            .start();
            assertThat(openssl.waitFor())
                    .as(new String(openssl.getInputStream().readAllBytes(), US_ASCII))
                    .isZero();
            JsonNode receipt =
                    suite.read(new String(Base64.getUrlDecoder().decode(parts[1]), US_ASCII));
            assertThat(receipt.path("service").asText()).isEqualTo(service);
            assertThat(receipt.path("deleted")).isNotEmpty();
        }
    }

    private void nowhere(Set<String> canaries, Set<String> names) {
        assertThat(traces.rows(canaries)).isEmpty();
        assertThat(traces.rows(names).keySet()).isSubsetOf(REMEMBERED);
        assertThat(
                        traces.query(
                                "frequency-service",
                                "select key::text from person_log where key = any(?)",
                                (Object) Somebody.rowKeys(names)))
                .isEmpty();
    }

    private static List<String> texts(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    /** One of the people, and all that they ever sent. */
    private final class Somebody {
        private final Visit visit;
        private final String canary;
        private final List<Sent> history = new ArrayList<>();

        private Somebody(Visit visit, int number) {
            this.visit = visit;
            this.canary = "canary-%d-%016x".formatted(number, random.nextLong());
        }

        private void live(List<String> items, Accounts.@Nullable Account account) {
            if (account != null) {
                visit.logsIn(account);
            }
            visit.allows("experience", "measurement", "marketing", "identity_link");
            String item = items.get(random.nextInt(items.size()));
            for (String name : List.of("Product Viewed", "Product Added")) {
                send(
                        suite.browserKey(),
                        visit.event(
                                "track",
                                name,
                                Map.of("product_id", item, "note", canary, "coupon", canary)));
            }
            // an order could end what is reserved between the two halves of it
            visit.slot("home.hero");
            send(
                    suite.serverKey(),
                    visit.event(
                            "track",
                            "Order Completed",
                            Map.of(
                                    "order_id",
                                    canary,
                                    "products",
                                    List.of(Map.of("product_id", item, "quantity", 1)))));
            visit.post(
                            "profile-service",
                            "/v1/me/traits",
                            suite.text(Map.of("favourite_colour", canary)))
                    .json();
            if (account != null) {
                visit.link().json();
            }
            visit.get("profile-service", "/v1/me/profile?purpose=experience").json();
            visit.shelf("home.session");
        }

        private void send(String key, Map<String, Object> event) {
            var sent = new Sent(key, suite.text(event));
            history.add(sent);
            visit.sends(sent.key, sent.body);
        }

        private void sendEverythingAgain() {
            history.forEach(sent -> visit.sends(sent.key, sent.body));
        }

        /** As frequency-service makes them. */
        private static UUID[] rowKeys(Collection<String> names) {
            return names.stream().map(Somebody::rowKey).toArray(UUID[]::new);
        }

        private static UUID rowKey(String name) {
            try {
                var digest =
                        ByteBuffer.wrap(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(("person:" + name).getBytes(US_ASCII)));
                return new UUID(digest.getLong(), digest.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private record Sent(String key, String body) {}
}
