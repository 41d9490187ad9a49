package io.tact.localstack.importing.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column is where, and what separates them: found by the names in the first line. */
record Header(char delimiter, int columns, Map<Column, Integer> places) {
    private static final List<Character> DELIMITERS = List.of('\t', ',', ';', '|');

    /**
     * The columns that are needed, by the names that the two editions of the data set give them.
     */
    enum Column {
        INVOICE("invoiceno", "invoice"),
        STOCK_CODE("stockcode"),
        DESCRIPTION("description"),
        QUANTITY("quantity"),
        DATE("invoicedate"),
        PRICE("unitprice", "price"),
        CUSTOMER("customerid");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    static Header of(@Nullable String firstLine) {
        if (firstLine == null) {
            throw new UnusableFile("The file is empty.");
        }
        List<Column> fewestMissing = List.of(Column.values());
        for (char delimiter : DELIMITERS) {
            List<String> names = names(firstLine, delimiter);
            Map<Column, Integer> places = places(names);
            if (places.size() == Column.values().length) {
                return new Header(delimiter, names.size(), places);
            }
            List<Column> missing = new ArrayList<>(List.of(Column.values()));
            missing.removeAll(places.keySet());
            fewestMissing = missing.size() < fewestMissing.size() ? missing : fewestMissing;
        }
        throw new UnusableFile(
                "The first line must name the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice and"
                        + " CustomerID, separated by tabs or commas. Not found: "
                        + fewestMissing.stream().map(column -> column.names.get(0)).toList());
    }

    private static List<String> names(String line, char delimiter) {
        List<String> names =
                Quoted.split(line, delimiter) instanceof Quoted.Whole whole
                        ? whole.fields()
                        : Quoted.splitLiterally(line, delimiter);
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .toList();
    }

    private static Map<Column, Integer> places(List<String> names) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            column.names.stream()
                    .mapToInt(names::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(column, place));
        }
        return places;
    }

    String field(List<String> fields, Column column) {
        return fields.get(places.getOrDefault(column, -1)).strip();
    }
}
