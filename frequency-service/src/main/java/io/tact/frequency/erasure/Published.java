package io.tact.frequency.erasure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was said of some people, by the name in whose it was said.
 *
 * @param impressions keys of {@code frequency.impression.v1}
 * @param capped keys of {@code frequency.capped.v1}
 * @param rows of the outbox that still hold what was said
 */
record Published(
        Map<String, Set<String>> impressions,
        Map<String, Set<String>> capped,
        Map<String, List<OutboxRow>> rows) {

    /**
     * @param xid the transaction that wrote it
     */
    record OutboxRow(String key, String xid, long id) {}

    static Published of(
            Collection<String> impressions, Collection<String> capped, List<OutboxRow> rows) {
        return new Published(
                byName(impressions),
                byName(capped),
                rows.stream().collect(groupingBy(row -> name(row.key))));
    }

    Set<String> impressionsOf(Traces traces) {
        return of(impressions, traces);
    }

    Set<String> cappedOf(Traces traces) {
        return of(capped, traces);
    }

    List<OutboxRow> rowsOf(Traces traces) {
        return traces.names().stream()
                .flatMap(name -> rows.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static Set<String> of(Map<String, Set<String>> all, Traces traces) {
        return traces.names().stream()
                .flatMap(name -> all.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> byName(Collection<String> keys) {
        return keys.stream()
                .collect(
                        groupingBy(
                                Published::name, mapping(key -> key, toCollection(TreeSet::new))));
    }

    private static String name(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
