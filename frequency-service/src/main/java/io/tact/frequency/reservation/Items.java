package io.tact.frequency.reservation;

import io.smallrye.mutiny.Uni;
import io.tact.frequency.rulebook.Candidate;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The numbers under which impressions remember items. A number never changes its item; it is
 * committed before it is used, never in the transaction of a decision.
 */
@ApplicationScoped
public class Items {
    private static final int MOST = 100_000;
    private static final String NUMBER =
            """
            with missing as (
                select name from unnest($1::text[]) as asked (name)
                where not exists (select from item i where i.name = asked.name)),
            made as (insert into item (name) select name from missing order by name on conflict do nothing returning name, number)
            select name, number from made
            union all select name, number from item where name = any ($1::text[])""";
    private static final String NAME = "select name, number from item where number = $1";

    private final Pool database;
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

    Items(Pool database) {
        this.database = database;
    }

    /** The number of each of these. */
    public Uni<Map<String, Integer>> numbers(Collection<String> names) {
        Map<String, Integer> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Integer number = numbers.get(name);
            if (number == null) {
                unknown.add(name);
            } else {
                found.put(name, number);
            }
        }
        return unknown.isEmpty()
                ? Uni.createFrom().item(found)
                : database.preparedQuery(NUMBER)
                        .execute(Tuple.of((Object) unknown.toArray(String[]::new)))
                        .invoke(rows -> rows.forEach(this::remember))
                        // one that another statement made at the same moment shows next time
                        .chain(rows -> numbers(names));
    }

    /** The names of the items that candidates have. */
    static List<String> of(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.item().stream())
                .distinct()
                .toList();
    }

    /** The item of a number that stands in a log. */
    public Uni<String> name(SqlClient database, int number) {
        return database.preparedQuery(NAME)
                .execute(Tuple.of(number))
                .map(rows -> rows.iterator().next())
                .invoke(this::remember)
                .map(row -> row.getString("name"));
    }

    private void remember(Row row) {
        if (numbers.size() >= MOST) {
            numbers.clear();
        }
        numbers.put(row.getString("name"), row.getInteger("number"));
    }
}
