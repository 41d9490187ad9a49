package io.tact.profile.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Through random grants, withdrawals, links and values: each answer holds exactly what DESIGN's
 * third section allows, nothing more and nothing less. {@code -Dtact.reads=} random steps, {@code
 * -Dtact.seed=}.
 */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class WithheldTest {
    private static final List<Purpose> PURPOSES =
            List.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);
    private static final List<Purpose> ANSWERED =
            List.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING,
                    Purpose.IDENTITY_LINK,
                    Purpose.sensitive("religion"));

    Shop shop;
    @Inject ConsentReplica replica;

    private final Map<IdentityKey, Set<Purpose>> grants = new HashMap<>();
    private final Set<IdentityKey> linked = new HashSet<>();
    private final List<Value> values = new ArrayList<>();
    private Random dice;
    private int next;

    @Test
    void holdsExactlyWhatIsAllowed() {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        int steps = Integer.getInteger("tact.reads", 12);
        System.out.println("seed " + seed + ", steps " + steps);
        dice = new Random(seed);
        Pair one = new Pair(shop.customer(), shop.visitor());
        Pair two = new Pair(shop.customer(), shop.visitor());
        List.of(one, two).forEach(pair -> pair.keys().forEach(this::answer));

        for (int step = 0; step < steps; step++) {
            Pair pair = dice.nextBoolean() ? one : two;
            String done = act(pair);
            for (Pair read : List.of(one, two)) {
                check("seed " + seed + " step " + step + ": " + done, read);
            }
        }
    }

    private String act(Pair pair) {
        return switch (dice.nextInt(8)) {
            case 0, 1, 2 -> {
                IdentityKey key = pair.keys().get(dice.nextInt(2));
                answer(key);
                yield key + " grants " + grants.get(key);
            }
            case 3 -> {
                shop.as(pair.customer(), pair.visitor()).post("/v1/me/links");
                linked.addAll(pair.keys());
                yield "link of " + pair.keys();
            }
            case 4 -> tell(pair, shop.as(pair.customer()), List.of(pair.customer().key()));
            case 5 -> tell(pair, shop.as(pair.customer(), pair.visitor()), pair.keys());
            case 6 -> tell(pair, shop.as(pair.visitor()), List.of(pair.visitor().key()));
            default -> observe(pair.visitor());
        };
    }

    private void answer(IdentityKey key) {
        Set<Purpose> granted = new HashSet<>();
        ANSWERED.stream().filter(purpose -> dice.nextInt(3) > 0).forEach(granted::add);
        shop.withdraw(
                replica,
                key,
                ANSWERED.stream()
                        .filter(purpose -> !granted.contains(purpose))
                        .toArray(Purpose[]::new));
        shop.grant(replica, key, granted.toArray(Purpose[]::new));
        grants.put(key, granted);
    }

    private String tell(Pair pair, RequestSpecification who, List<IdentityKey> proven) {
        String name = dice.nextInt(4) == 0 ? "religion" : "n" + dice.nextInt(3);
        int value = ++next;
        who.contentType("application/json")
                .body("{\"%s\":%d}".formatted(name, value))
                .post("/v1/me/traits")
                .then()
                .statusCode(200);
        Set<Purpose> purposes = common(proven);
        purposes.retainAll(
                name.equals("religion") ? Set.of(Purpose.sensitive("religion")) : PURPOSES);
        values.add(new Value(name, value, true, proven.get(0), purposes));
        return "told " + name + " " + value + " under " + purposes + " by " + proven;
    }

    private String observe(Visitor visitor) {
        String name = dice.nextInt(4) == 0 ? "religion" : "n" + dice.nextInt(3);
        int value = ++next;
        Shop.send(
                Shop.BROWSER,
                "{\"type\":\"identify\",\"anonymousId\":\"%s\",\"traits\":{\"%s\":%d}}"
                        .formatted(visitor.anonymousId(), name, value));
        Set<Purpose> purposes = common(List.of(visitor.key()));
        purposes.retainAll(name.equals("religion") ? Set.of() : PURPOSES);
        values.add(new Value(name, value, false, visitor.key(), purposes));
        return "observed " + name + " " + value + " under " + purposes;
    }

    private void check(String when, Pair pair) {
        Map<Supplier<RequestSpecification>, List<IdentityKey>> callers = new LinkedHashMap<>();
        callers.put(() -> shop.as(pair.customer()), List.of(pair.customer().key()));
        callers.put(() -> shop.as(pair.visitor()), List.of(pair.visitor().key()));
        callers.put(() -> shop.as(pair.customer(), pair.visitor()), pair.keys());
        callers.forEach(
                (caller, proven) -> {
                    for (Purpose purpose : PURPOSES) {
                        boolean signal = dice.nextInt(4) == 0;
                        JsonPath answer =
                                caller.get()
                                        .header("Sec-GPC", signal ? "1" : "0")
                                        .get("/v1/me/profile?purpose=" + purpose)
                                        .jsonPath();
                        boolean isSilenced = signal && purpose.equals(Purpose.MARKETING);
                        Map<String, Integer> expected =
                                isSilenced ? Map.of() : allowed(pair, proven, purpose);
                        Map<String, Integer> found = new TreeMap<>();
                        answer.<Map<String, Map<String, Object>>>get("traits")
                                .forEach(
                                        (name, shown) ->
                                                found.put(name, (Integer) shown.get("value")));
                        assertThat(found)
                                .as("%s, read by %s for %s", when, proven, purpose)
                                .isEqualTo(expected);
                    }
                });
    }

    /**
     * DESIGN section 3, in a few lines: both ends allow it now, and the one it came from did then.
     */
    private Map<String, Integer> allowed(Pair pair, List<IdentityKey> proven, Purpose purpose) {
        Set<IdentityKey> same = new HashSet<>(proven);
        boolean isJoined =
                linked.containsAll(pair.keys())
                        && common(pair.keys()).contains(Purpose.IDENTITY_LINK);
        if (isJoined) {
            same.addAll(pair.keys());
        }
        Map<String, Value> winning = new TreeMap<>();
        if (common(proven).contains(purpose)) {
            values.stream()
                    .filter(value -> same.contains(value.under()))
                    .filter(value -> value.purposes().contains(purpose))
                    .filter(value -> common(List.of(value.under())).contains(purpose))
                    // a later one replaces an earlier one of its own class under its own identity
                    .filter(this::isLatestOfItsRow)
                    .forEach(value -> winning.merge(value.name(), value, Value::stronger));
        }
        Map<String, Integer> shown = new TreeMap<>();
        winning.forEach((name, value) -> shown.put(name, value.value()));
        return shown;
    }

    private boolean isLatestOfItsRow(Value value) {
        return values.stream()
                .noneMatch(
                        other ->
                                other.value() > value.value()
                                        && other.name().equals(value.name())
                                        && other.told() == value.told()
                                        && other.under().equals(value.under())
                                        && !other.purposes().isEmpty());
    }

    private Set<Purpose> common(List<IdentityKey> keys) {
        Set<Purpose> common = new HashSet<>(grants.get(keys.get(0)));
        keys.forEach(key -> common.retainAll(grants.get(key)));
        return common;
    }

    private record Pair(Customer customer, Visitor visitor) {
        List<IdentityKey> keys() {
            return List.of(customer.key(), visitor.key());
        }
    }

    private record Value(
            String name, int value, boolean told, IdentityKey under, Set<Purpose> purposes) {
        Value stronger(Value other) {
            return told == other.told()
                    ? value > other.value() ? this : other
                    : told ? this : other;
        }
    }
}
