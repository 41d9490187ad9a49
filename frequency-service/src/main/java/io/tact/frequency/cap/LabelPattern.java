package io.tact.frequency.cap;

/**
 * The labels that a rule is about: one, or all of a word, each counted for itself.
 *
 * @param value a label, or {@code word:*}
 */
public record LabelPattern(String value) {
    private static final String ANY = ":*";

    public LabelPattern {
        if (!value.matches("[a-z][a-z_]{0,30}:\\*")) {
            new Label(value);
        }
    }

    public boolean matches(Label label) {
        return value.endsWith(ANY)
                ? label.value().startsWith(value.substring(0, value.length() - 1))
                : label.value().equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
