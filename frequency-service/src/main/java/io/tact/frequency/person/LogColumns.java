package io.tact.frequency.person;

import io.tact.frequency.person.PackedLog.Entry;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link PackedLog} in the columns of its row. */
public final class LogColumns {
    private LogColumns() {}

    public static PackedLog read(Row row, boolean withSessions) {
        Long[] ids = longs(row, "ids");
        Long[] whats = longs(row, "whats");
        Long[] sessions = withSessions ? longs(row, "sessions") : new Long[0];
        List<Entry> entries = new ArrayList<>(ids.length);
        for (int index = 0; index < ids.length; index++) {
            Long session = index < sessions.length ? sessions[index] : null;
            entries.add(new Entry(ids[index], whats[index], session == null ? 0 : session));
        }
        return new PackedLog(
                entries,
                Set.copyOf(Arrays.asList(longs(row, "pending"))),
                Set.copyOf(Arrays.asList(longs(row, "gone"))));
    }

    /** ids, whats, [sessions,] pending, gone. */
    public static Tuple write(Tuple tuple, PackedLog log, boolean withSessions) {
        tuple.addValue(array(log.entries().stream().map(Entry::id).toList()));
        tuple.addValue(array(log.entries().stream().map(Entry::what).toList()));
        if (withSessions) {
            boolean any = log.entries().stream().anyMatch(entry -> entry.session() != 0);
            tuple.addValue(any ? array(log.entries().stream().map(Entry::session).toList()) : null);
        }
        return tuple.addValue(array(log.pending())).addValue(array(log.gone()));
    }

    private static Long @Nullable [] array(Collection<Long> values) {
        return values.isEmpty() ? null : values.toArray(Long[]::new);
    }

    private static Long[] longs(Row row, String column) {
        Long[] values = row.getArrayOfLongs(column);
        return values == null ? new Long[0] : values;
    }
}
