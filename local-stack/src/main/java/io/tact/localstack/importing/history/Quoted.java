package io.tact.localstack.importing.history;

import java.util.ArrayList;
import java.util.List;

/** Splits delimited text at its delimiters, with the quotes of RFC 4180. */
sealed interface Quoted {
    /** Every quoted field was closed. */
    record Whole(List<String> fields) implements Quoted {}

    /** A quoted field goes on in the next line. */
    record Open() implements Quoted {}

    /** Something follows a closing quote: these are not quotes of RFC 4180. */
    record Broken() implements Quoted {}

    static Quoted split(String text, char delimiter) {
        List<String> fields = new ArrayList<>(8);
        int at = 0;
        while (true) {
            int end;
            if (at < text.length() && text.charAt(at) == '"') {
                end = closingQuote(text, at + 1);
                if (end < 0) {
                    return new Open();
                }
                fields.add(text.substring(at + 1, end).replace("\"\"", "\""));
                end++;
                if (end < text.length() && text.charAt(end) != delimiter) {
                    return new Broken();
                }
            } else {
                end = text.indexOf(delimiter, at);
                end = end < 0 ? text.length() : end;
                fields.add(text.substring(at, end));
            }
            if (end == text.length()) {
                return new Whole(fields);
            }
            at = end + 1;
        }
    }

    /** A quote is an ordinary character. */
    static List<String> splitLiterally(String text, char delimiter) {
        List<String> fields = new ArrayList<>(8);
        int at = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, at)) {
            fields.add(text.substring(at, end));
            at = end + 1;
        }
        fields.add(text.substring(at));
        return fields;
    }

    private static int closingQuote(String text, int from) {
        int at = text.indexOf('"', from);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            at = text.indexOf('"', at + 2);
        }
        return at;
    }
}
