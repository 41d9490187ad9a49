package io.tact.evaluate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes every list, one entry a row, for whoever judges by other measures. */
final class Lists implements Closeable {
    private final Writer file;
    private final Names items;

    Lists(Writer file, Names items) throws IOException {
        this.file = file;
        this.items = items;
        file.write("list\tquery\trank\titem\tscore\treason\n");
    }

    /** Writes nothing. */
    static Lists none(Names items) throws IOException {
        return new Lists(Writer.nullWriter(), items);
    }

    void add(String name, int query, List<Suggestion> list) {
        try {
            for (int place = 0; place < list.size(); place++) {
                Suggestion one = list.get(place);
                file.write(
                        String.format(
                                Locale.ROOT,
                                "%s\t%s\t%d\t%s\t%.6g\t%s%n",
                                name,
                                items.name(query),
                                place + 1,
                                items.name(one.item()),
                                one.score(),
                                one.reason()));
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
