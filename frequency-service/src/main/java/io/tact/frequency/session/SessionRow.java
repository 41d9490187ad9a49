package io.tact.frequency.session;

import io.tact.frequency.cap.Label;
import io.tact.frequency.cap.Sitting;
import io.tact.frequency.cap.Stop;
import io.tact.frequency.person.LogColumns;
import io.tact.frequency.person.PackedLog;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A row of {@code session_log}.
 *
 * @param started first visit, in milliseconds since 1970
 * @param visited last visit
 * @param stops labels that are not wanted again
 */
public record SessionRow(UUID key, long started, long visited, PackedLog log, List<Label> stops) {
    private static final long TAG = 0x1F_FFFF;

    /** 21 bits that tell the sessions of one person apart. */
    public static long tag(UUID key) {
        return key.getLeastSignificantBits() & TAG;
    }

    public Sitting sitting() {
        return Sitting.of(started, visited, tag(key));
    }

    public List<Stop> asStops() {
        return stops.stream()
                .map(label -> new Stop(label, "not-interested", OptionalLong.empty()))
                .toList();
    }

    static SessionRow of(Row row) {
        String[] stops = row.getArrayOfStrings("stops");
        return new SessionRow(
                row.getUUID("key"),
                row.getLong("started"),
                row.getLong("visited"),
                LogColumns.read(row, false),
                stops == null ? List.of() : Arrays.stream(stops).map(Label::new).toList());
    }
}
