package io.tact.recommendation.erasure;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.People;
import io.tact.recommendation.log.LogUnderTest.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Sixty people, drawn: what the log says of them, and what it would say had half of them never been
 * here.
 */
final class Town {
    static final Instant ERASED_AT = Instant.parse("2026-01-01T12:00:00Z");
    static final List<String> ITEMS =
            IntStream.range(0, 12).mapToObj(number -> "item-" + number).toList();

    private static final int PEOPLE = 60;

    final List<Erasure> erasures = new ArrayList<>();
    final List<Entry> before = new ArrayList<>();
    final List<Entry> after = new ArrayList<>();
    final List<Entry> ofOthersBefore = new ArrayList<>();
    final List<Entry> ofOthersAfter = new ArrayList<>();
    final List<IdentityKey> keys = new ArrayList<>();
    final List<String> names = new ArrayList<>();

    private final Random random;
    private int events;

    Town(long seed) {
        this.random = new Random(seed);
        for (int number = 0; number < PEOPLE; number++) {
            keys.addAll(keysOf(number));
            keysOf(number).forEach(key -> names.add(key.value()));
            names.addAll(List.of(person(number, 1), person(number, 2), person(number, 3)));
            if (isErased(number)) {
                erasures.add(
                        new Erasure(
                                UUID.nameUUIDFromBytes(new byte[] {(byte) number}),
                                ERASED_AT,
                                Set.copyOf(keysOf(number)),
                                Set.of(person(number, 1), person(number, 2))));
            }
        }
        for (int number = 0; number < PEOPLE; number++) {
            live(number);
        }
    }

    private static boolean isErased(int number) {
        return number % 2 == 0;
    }

    private static List<IdentityKey> keysOf(int number) {
        return IntStream.rangeClosed(0, number % 3)
                .mapToObj(device -> People.key("person " + number + " device " + device))
                .toList();
    }

    private static String person(int number, int version) {
        return "person-%013d-%d".formatted(number, version);
    }

    private void live(int number) {
        for (IdentityKey key : keysOf(number)) {
            add(before, number, identity(key, number, 1));
            add(before, number, identity(key, number, 2));
            add(before, number, stop(key.value()));
            for (int event = random.nextInt(8); event >= 0; event--) {
                add(before, number, view(key, momentBefore()));
            }
        }
        add(before, number, traits(number, 1));
        add(before, number, traits(number, 2));
        add(before, number, stop(person(number, 2)));
        for (int order = random.nextInt(3); order > 0; order--) {
            order(number, momentBefore(), before, ofOthersBefore);
        }
        if (random.nextBoolean()) {
            comeBack(number);
        }
    }

    private void comeBack(int number) {
        for (IdentityKey key : keysOf(number)) {
            Instant moment = ERASED_AT.plusMillis(1 + random.nextInt(1_000_000));
            both(after, ofOthersAfter, identity(key, number, 3));
            both(after, ofOthersAfter, view(key, moment));
        }
        both(after, ofOthersAfter, traits(number, 3));
        both(after, ofOthersAfter, stop(person(number, 3)));
        order(number, ERASED_AT.plusMillis(1), after, ofOthersAfter);
    }

    /** The moment itself is before. */
    private Instant momentBefore() {
        return random.nextInt(5) == 0
                ? ERASED_AT
                : ERASED_AT.minusMillis(random.nextInt(1_000_000_000));
    }

    private void add(List<Entry> all, int number, Entry entry) {
        all.add(entry);
        if (!isErased(number)) {
            ofOthersBefore.add(entry);
        }
    }

    private static void both(List<Entry> one, List<Entry> other, Entry entry) {
        one.add(entry);
        other.add(entry);
    }

    /** Sometimes of one household: it lists others, too. */
    private void order(int number, Instant at, List<Entry> all, List<Entry> ofOthers) {
        List<Integer> household = new ArrayList<>(List.of(number));
        while (random.nextInt(3) > 0) {
            household.add(random.nextInt(PEOPLE));
        }
        String id = "order-" + ++events;
        List<String> items = List.of(item(), item());
        IdentityKey recordedBy = keysOf(number).get(0);
        boolean old = !at.isAfter(ERASED_AT);
        all.add(order(id, recordedBy, household, items, at));
        if (!old || !isErased(number)) {
            List<Integer> known =
                    household.stream().filter(member -> !old || !isErased(member)).toList();
            ofOthers.add(order(id, recordedBy, known, items, at));
        }
    }

    private static Entry order(
            String id,
            IdentityKey recordedBy,
            List<Integer> household,
            List<String> items,
            Instant at) {
        List<String> identities =
                household.stream()
                        .distinct()
                        .flatMap(member -> keysOf(member).stream())
                        .map(IdentityKey::value)
                        .toList();
        return event(id, "Order Completed", recordedBy, identities, items, at);
    }

    private Entry view(IdentityKey key, Instant at) {
        return event(
                "view-" + ++events,
                "Product Viewed",
                key,
                List.of(key.value()),
                List.of(item()),
                at);
    }

    private static Entry event(
            String id,
            String name,
            IdentityKey key,
            List<String> identities,
            List<String> items,
            Instant at) {
        return Entry.of(
                "profile.event.v1",
                key.value() + "/" + id,
                Map.of(
                        "eventId",
                        id,
                        "type",
                        "track",
                        "name",
                        name,
                        "identityKey",
                        key.value(),
                        "identities",
                        identities,
                        "products",
                        items.stream().map(item -> Map.of("productId", item)).toList(),
                        "at",
                        at.toString(),
                        "receivedAt",
                        at.toString(),
                        "purposes",
                        List.of("experience", "marketing", "measurement")));
    }

    private static Entry identity(IdentityKey key, int number, int version) {
        return Entry.of(
                "profile.identity.v1",
                key.value(),
                Map.of(
                        "person",
                        person(number, version),
                        "version",
                        version,
                        "type",
                        "anonymous_id"));
    }

    private Entry traits(int number, int version) {
        return Entry.of(
                "profile.view.v1",
                person(number, version),
                Map.of(
                        "version",
                        version,
                        "traits",
                        Map.of(
                                "favourite_kind",
                                List.of(
                                        Map.of(
                                                "value", item(),
                                                "class", "told",
                                                "identityKey", keysOf(number).get(0).value(),
                                                "purposes", List.of("experience"))))));
    }

    private Entry stop(String name) {
        return Entry.of(
                "frequency.capped.v1",
                name + "/product:" + item(),
                Map.of("until", "2030-01-01T00:00:00Z"));
    }

    private String item() {
        return ITEMS.get(random.nextInt(ITEMS.size()));
    }
}
