package io.tact.localstack.importing.history;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a delimited file. A row with quotes may span lines; where its quotes do not work out
 * (an inch mark at the start of a field, a quote that is never closed), they are ordinary
 * characters, so that one such line never swallows its neighbours.
 */
final class Rows implements Closeable {
    /** A description is not longer; a quote that is open for longer was none. */
    private static final int MOST_LINES_OF_A_ROW = 10;

    private final TextLines lines;
    private final char delimiter;
    private final int columns;
    private final Deque<Line> ahead = new ArrayDeque<>();

    /**
     * @param number of its first line in the file, from 1
     */
    record Row(long number, List<String> fields) {}

    private record Line(long number, String text) {}

    Rows(TextLines lines, char delimiter, int columns) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.columns = columns;
    }

    /** The next row that is not blank, or null at the end. Its number of fields is not checked. */
    @Nullable Row next() throws IOException {
        Line line = line(0);
        while (line != null && line.text().isBlank()) {
            ahead.removeFirst();
            line = line(0);
        }
        return line == null ? null : row(line);
    }

    private Row row(Line first) throws IOException {
        if (first.text().indexOf('"') >= 0) {
            StringBuilder text = new StringBuilder(first.text());
            for (int more = 0; more < MOST_LINES_OF_A_ROW; more++) {
                Quoted split = Quoted.split(text.toString(), delimiter);
                if (split instanceof Quoted.Whole whole && whole.fields().size() == columns) {
                    return taken(more + 1, first, whole.fields());
                }
                Line next = split instanceof Quoted.Open ? line(more + 1) : null;
                if (next == null) {
                    break;
                }
                text.append('\n').append(next.text());
            }
        }
        return taken(1, first, Quoted.splitLiterally(first.text(), delimiter));
    }

    private Row taken(int count, Line first, List<String> fields) {
        for (int line = 0; line < count; line++) {
            ahead.removeFirst();
        }
        return new Row(first.number(), fields);
    }

    /** The line that many lines ahead, which stays there until it is taken. */
    private @Nullable Line line(int distance) throws IOException {
        while (ahead.size() <= distance) {
            String text = lines.next();
            if (text == null) {
                return null;
            }
            ahead.addLast(new Line(lines.number(), text));
        }
        return distance == 0
                ? ahead.peekFirst()
                : ahead.stream().skip(distance).findFirst().orElse(null);
    }

    long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
