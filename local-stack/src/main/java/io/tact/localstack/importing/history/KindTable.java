package io.tact.localstack.importing.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shop's product type of each stock code, from a TSV with the columns StockCode and Kind. Codes
 * keep their case.
 */
public final class KindTable {
    private final Map<String, String> kinds;

    private KindTable(Map<String, String> kinds) {
        this.kinds = kinds;
    }

    public static KindTable read(Path file) throws IOException {
        Map<String, String> kinds = new HashMap<>();
        try (TextLines lines = new TextLines(file)) {
            String first = lines.next();
            List<String> names = first == null ? List.of() : Quoted.splitLiterally(first, '\t');
            int code = names.indexOf("StockCode");
            int kind = names.indexOf("Kind");
            if (code < 0 || kind < 0) {
                throw new UnusableFile(
                        file
                                + " must begin with the columns StockCode and Kind, separated by tabs.");
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                List<String> fields = Quoted.splitLiterally(line, '\t');
                if (fields.size() > Math.max(code, kind) && !fields.get(kind).isBlank()) {
                    kinds.put(fields.get(code).strip(), fields.get(kind).strip());
                } else if (!line.isBlank()) {
                    throw new UnusableFile("%s, line %d: no kind".formatted(file, lines.number()));
                }
            }
        }
        return new KindTable(kinds);
    }

    public boolean has(String stockCode) {
        return kinds.containsKey(stockCode);
    }

    public String kind(String stockCode) {
        String kind = kinds.get(stockCode);
        if (kind == null) {
            throw new IllegalArgumentException("no kind for " + stockCode);
        }
        return kind;
    }
}
