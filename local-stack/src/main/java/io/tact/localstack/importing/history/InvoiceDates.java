package io.tact.localstack.importing.history;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Dates as they are found in copies of the data set; without a zone they are taken as UTC. */
final class InvoiceDates {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-M-d['T'][ ]H:mm[:ss][.SSSSSS][.SSS][XXX]");
    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("M/d/uuuu H:mm[:ss]");
    private static final DateTimeFormatter AMERICAN_SHORT =
            DateTimeFormatter.ofPattern("M/d/uu H:mm[:ss]");

    /** Neighbouring lines are of one invoice, so of one time. */
    private String last = "";

    private Instant lastInstant = Instant.EPOCH;

    /**
     * @throws DateTimeException with a message for the user
     */
    Instant parse(String text) {
        if (!text.equals(last)) {
            lastInstant = parsed(text);
            last = text;
        }
        return lastInstant;
    }

    private static Instant parsed(String text) {
        try {
            TemporalAccessor time =
                    format(text).parseBest(text, Instant::from, LocalDateTime::from);
            return time instanceof LocalDateTime local ? local.toInstant(UTC) : (Instant) time;
        } catch (DateTimeException e) {
            throw new DateTimeException("date cannot be read: " + text);
        }
    }

    private static DateTimeFormatter format(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            return ISO;
        }
        return text.indexOf(' ', slash) - slash == 3 ? AMERICAN_SHORT : AMERICAN;
    }
}
