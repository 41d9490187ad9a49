package io.tact.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.profile.ServiceUnderTest;
import io.tact.profile.Shop;
import io.tact.profile.Shop.Customer;
import io.tact.profile.Shop.Visitor;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init")
class EverythingHeldTest {
    /** Where a key stands, and what is told of that otherwise or to nobody. */
    private static final Set<String> KEYS =
            Set.of("leftKey", "rightKey", "unlessKey", "leftConsent", "rightConsent");

    private static final Map<String, Set<String>> NOT_TOLD =
            Map.of(
                    "waiting_event", Set.of("id", "source", "sealed", "missing"),
                    "staff_lookup", Set.of("staff"));

    private static final Map<String, Set<String>> MORE_THAN_COLUMNS =
            Map.of(
                    "edge", Set.of("state", "joined", "evidence"),
                    "trait", Set.of("provider"),
                    "event", Set.of("otherIdentities"),
                    "computed_part", Set.of("name"));

    Shop shop;
    @Inject ConsentReplica replica;
    private Customer ann;
    private Visitor phone;

    @BeforeEach
    void meet() {
        ann = shop.customer();
        phone = shop.visitor();
        shop.grant(replica, phone.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
        shop.grant(replica, ann.key(), Purpose.EXPERIENCE, Purpose.IDENTITY_LINK);
    }

    @Test
    void accessIsWhatSqlSays() throws Exception {
        long seed = new Random().nextLong();
        life(seed).live();
        try (var still = new Stillness(shop, phone.key().value())) {
            isWhatSqlSays(seed);
        }
    }

    private void isWhatSqlSays(long seed) {
        Map<String, Object> export = Exports.access(shop.as(ann));

        for (Section section : AccessSections.ALL) {
            assertThat(canonical(section.table(), Exports.section(export, section.name())))
                    .as("%s, seed %d", section.name(), seed)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            canonical(section.table(), dumped(section.table())));
        }
        assertThat(Exports.section(export, "events")).hasSizeGreaterThan(500);
        assertThat(evidence(export)).containsExactlyInAnyOrderElementsOf(dumpedEvidence());
        assertThat(
                        Exports.section(export, "inferred").stream()
                                .map(
                                        value ->
                                                value.get("definition")
                                                        + " for "
                                                        + value.get("purpose")
                                                        + ": "
                                                        + value.get("value")))
                .containsExactlyInAnyOrderElementsOf(inferredForMe());
    }

    private List<String> inferredForMe() {
        List<Map<String, Object>> inferred =
                shop.as(ann)
                        .get("/v1/me/data")
                        .then()
                        .extract()
                        .path("values.findAll { it.class == 'inferred' }");
        return inferred.stream()
                .map(
                        value ->
                                value.get("name")
                                        + " for "
                                        + ((List<?>) Objects.requireNonNull(value.get("purposes")))
                                                .get(0)
                                        + ": "
                                        + value.get("value"))
                .toList();
    }

    /** As text that is comparable, without what is told beyond the columns. */
    private static List<String> canonical(String table, List<Map<String, @Nullable Object>> rows) {
        return rows.stream()
                .map(
                        row -> {
                            var columns = new TreeMap<>(row);
                            columns.keySet()
                                    .removeAll(MORE_THAN_COLUMNS.getOrDefault(table, Set.of()));
                            return columns.toString();
                        })
                .toList();
    }

    private List<Map<String, @Nullable Object>> dumped(String table) {
        String mine =
                switch (table) {
                    case "edge", "sighting" -> "array[left_key, right_key] && ?::text[]";
                    case "waiting_event" -> "awaits = any(?)";
                    default -> "identity_key = any(?)";
                };
        return new Dump(shop)
                .rows("select * from " + table + " where " + mine, (Object) keys()).stream()
                        .map(row -> told(table, row, Set.of(keys())))
                        .toList();
    }

    private static Map<String, @Nullable Object> told(
            String table, Map<String, @Nullable Object> row, Set<String> mine) {
        var told = new TreeMap<>(row);
        told.keySet().removeAll(NOT_TOLD.getOrDefault(table, Set.of()));
        if (told.containsKey("awaits")) {
            told.put("identityKey", told.remove("awaits"));
        }
        boolean leftIsMine = mine.contains(String.valueOf(row.get("leftKey")));
        boolean rightIsMine = mine.contains(String.valueOf(row.get("rightKey")));
        for (String key : KEYS) {
            boolean isMine =
                    key.startsWith("left")
                            ? leftIsMine
                            : key.startsWith("right")
                                    ? rightIsMine
                                    : mine.contains(String.valueOf(row.get(key)));
            if (told.containsKey(key) && !isMine) {
                told.put(key, null);
            }
        }
        if (told.get("identities") instanceof List<?> named) {
            told.put("identities", named.stream().filter(mine::contains).toList());
        }
        return told;
    }

    private static List<String> evidence(Map<String, Object> export) {
        return Exports.section(export, "links").stream()
                .flatMap(link -> ((List<?>) Objects.requireNonNull(link.get("evidence"))).stream())
                .map(one -> new TreeMap<>((Map<?, ?>) one).toString())
                .toList();
    }

    private List<String> dumpedEvidence() {
        return new Dump(shop)
                        .rows(
                                "select rule, source, event_id, at from edge_evidence where array[left_key, right_key] && ?::text[]",
                                (Object) keys())
                        .stream()
                        .map(row -> new TreeMap<>(row).toString())
                        .toList();
    }

    @Test
    void noTableWithAnIdentityKeyIsForgotten() {
        Set<String> covered =
                Stream.concat(
                                AccessSections.ALL.stream().map(Section::table),
                                // within links; a message that is on its way; a pseudonym's
                                // version; that somebody was
                                // erased, which GET /v1/me/erasure says
                                Stream.of(
                                        "edge_evidence",
                                        "outbox",
                                        "tombstone_due",
                                        "person",
                                        "erasure",
                                        "erased_identity"))
                        .collect(Collectors.toSet());

        List<String> keyed =
                shop.query(
                        """
                        select distinct table_name::text from information_schema.columns
                        where table_schema = current_schema()
                          and column_name ~ '(^|_)(key|keys|identity|identities|awaits|person|persons|subject|subjects)$'""");

        assertThat(keyed).contains("event", "edge", "waiting_event");
        assertThat(covered).containsAll(keyed);
    }

    @Test
    void noTableThatHoldsSomethingOfSomebodyIsForgotten() throws Exception {
        life(7).live();
        Set<String> holding;
        try (var still = new Stillness(shop, phone.key().value())) {
            holding = holding();
        }
        holding.removeAll(Set.of("edge_evidence", "outbox"));

        assertThat(holding)
                .containsExactlyInAnyOrderElementsOf(
                        AccessSections.ALL.stream().map(Section::table).toList());
    }

    private Set<String> holding() {
        var holding = new HashSet<String>();
        List<String> tables =
                shop.query(
                        "select table_name::text from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'");
        for (String table : tables) {
            String found =
                    shop.query(
                                    "select count(*) from \"%s\" t where t::text like '%%' || ? || '%%' or t::text like '%%' || ? || '%%'"
                                            .formatted(table),
                                    (Object[]) keys())
                            .get(0);
            if (!found.equals("0")) {
                holding.add(table);
            }
        }
        return holding;
    }

    private String[] keys() {
        return new String[] {ann.key().value(), phone.key().value()};
    }

    private RandomLife life(long seed) {
        return new RandomLife(shop, new Random(seed), ann, phone);
    }
}
