package io.tact.evaluate;

import io.tact.recommendation.session.PastSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions in Serenade's format: {@code SessionId}, {@code ItemId}, {@code Time} in seconds. */
final class SessionFile {
    private static final List<String> COLUMNS = List.of("SessionId", "ItemId", "Time");

    private SessionFile() {}

    /** By their ends; the clicks of each by their times, as they stand where these are equal. */
    static List<PastSession> read(Path file, Names items) throws IOException {
        Map<String, List<Click>> sessions = new LinkedHashMap<>();
        Rows.forEach(
                file,
                COLUMNS,
                row ->
                        sessions.computeIfAbsent(row[0], id -> new ArrayList<>())
                                .add(new Click(items.number(row[1]), Double.parseDouble(row[2]))));
        return sessions.values().stream()
                .map(SessionFile::session)
                .sorted(Comparator.comparingLong(PastSession::endSecond))
                .toList();
    }

    private record Click(int item, double second) {}

    private static PastSession session(List<Click> clicks) {
        clicks.sort(Comparator.comparingDouble(Click::second));
        return new PastSession(
                clicks.stream().mapToInt(Click::item).toArray(),
                (long) clicks.get(clicks.size() - 1).second());
    }
}
