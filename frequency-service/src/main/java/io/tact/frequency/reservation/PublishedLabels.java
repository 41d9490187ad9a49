package io.tact.frequency.reservation;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tact.frequency.cap.Label;
import java.util.Collection;
import java.util.stream.Collectors;

/** Labels as the topic names them: sorted, and without the one that all have. */
public final class PublishedLabels {
    private PublishedLabels() {}

    public static String json(Collection<Label> labels) {
        return labels.stream()
                .filter(label -> !label.equals(Label.GLOBAL))
                .map(Label::value)
                .sorted()
                .map(PublishedLabels::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
