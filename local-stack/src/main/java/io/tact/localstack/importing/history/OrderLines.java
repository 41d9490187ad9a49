package io.tact.localstack.importing.history;

import io.tact.localstack.importing.history.Header.Column;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an order history one after the other. */
final class OrderLines implements Closeable {
    private static final int LONGEST = 100;
    private static final Pattern PRICE =
            Pattern.compile("[+-]?[0-9]{1,12}(\\.[0-9]{0,6})?|[+-]?\\.[0-9]{1,6}");

    /** 2,55 is a price; 1,234 may be one of a thousand and more. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]{1,2}");

    private final LineRules rules;
    private final Header header;
    private final Rows rows;
    private final InvoiceDates dates = new InvoiceDates();

    OrderLines(Path file, LineRules rules) throws IOException {
        this.rules = rules;
        TextLines lines = new TextLines(file);
        try {
            header = Header.of(lines.next());
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
        rows = new Rows(lines, header.delimiter(), header.columns());
    }

    /** Null at the end of the file. */
    @Nullable Reading next() throws IOException {
        Rows.Row row = rows.next();
        if (row == null) {
            return null;
        }
        if (row.fields().size() != header.columns()) {
            return bad(
                    row,
                    "%d columns instead of %d".formatted(row.fields().size(), header.columns()));
        }
        if (row.fields().stream().anyMatch(field -> field.indexOf(0) >= 0)) {
            return bad(row, "a zero byte");
        }
        try {
            return reading(line(row.fields()));
        } catch (NumberFormatException | DateTimeException e) {
            return bad(row, String.valueOf(e.getMessage()));
        }
    }

    private OrderLine line(List<String> fields) {
        return new OrderLine(
                present(fields, Column.INVOICE),
                present(fields, Column.STOCK_CODE),
                header.field(fields, Column.DESCRIPTION),
                quantity(present(fields, Column.QUANTITY)),
                time(present(fields, Column.DATE)),
                price(present(fields, Column.PRICE)),
                withoutFraction(
                        notTooLong(header.field(fields, Column.CUSTOMER), Column.CUSTOMER)));
    }

    private Reading reading(OrderLine line) {
        if (line.invoice().startsWith("C")) {
            return new Reading.Skipped(line.invoice(), Reading.Reason.CANCELLED);
        }
        if (line.quantity() <= 0) {
            return new Reading.Skipped(line.invoice(), Reading.Reason.NOTHING_BOUGHT);
        }
        if (line.price().signum() <= 0) {
            return new Reading.Skipped(line.invoice(), Reading.Reason.NO_PRICE);
        }
        if (!rules.isProduct().test(line.stockCode())) {
            return new Reading.Skipped(line.invoice(), Reading.Reason.NO_PRODUCT);
        }
        return new Reading.Bought(line);
    }

    private String present(List<String> fields, Column column) {
        String text = header.field(fields, column);
        if (text.isEmpty()) {
            throw new NumberFormatException("no " + name(column));
        }
        return notTooLong(text, column);
    }

    /** No service takes ids of any length. */
    private static String notTooLong(String text, Column column) {
        if (text.length() > LONGEST) {
            throw new NumberFormatException(
                    "%s is longer than %d characters".formatted(name(column), LONGEST));
        }
        return text;
    }

    private Instant time(String text) {
        Instant time = dates.parse(text);
        if (time.isAfter(rules.latest())) {
            throw new DateTimeException("date lies in the future: " + text);
        }
        return time;
    }

    private static int quantity(String text) {
        try {
            return Integer.parseInt(withoutFraction(text));
        } catch (NumberFormatException e) {
            throw new NumberFormatException("quantity is no whole number: " + text);
        }
    }

    private static BigDecimal price(String text) {
        String point = DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        if (!PRICE.matcher(point).matches()) {
            throw new NumberFormatException("price is no number: " + text);
        }
        return new BigDecimal(point);
    }

    /** Tools that know no missing whole numbers write 17850 as 17850.0. */
    private static String withoutFraction(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static String name(Column column) {
        return column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Reading bad(Rows.Row row, String trouble) {
        return new Reading.Bad(row.number(), trouble);
    }

    long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
