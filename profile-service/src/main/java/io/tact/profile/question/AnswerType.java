package io.tact.profile.question;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer can be. Values come as plain Java: texts, numbers, booleans, lists of them. */
public sealed interface AnswerType {
    boolean takes(Object value);

    /**
     * One of these, or with {@code many} at least one of them, each once.
     *
     * @param options 1 to 100, with different values
     */
    record Choice(List<Option> options, boolean many) implements AnswerType {
        private static final int MOST = 100;

        public Choice {
            options = List.copyOf(options);
            if (options.isEmpty() || options.size() > MOST) {
                throw new IllegalArgumentException("1 to 100 choices, not " + options.size());
            }
            if (options.stream().map(Option::value).distinct().count() < options.size()) {
                throw new IllegalArgumentException("Two choices have the same value");
            }
        }

        @Override
        public boolean takes(Object value) {
            if (!many) {
                return offers(value);
            }
            return value instanceof List<?> chosen
                    && !chosen.isEmpty()
                    && new HashSet<>(chosen).size() == chosen.size()
                    && chosen.stream().allMatch(this::offers);
        }

        private boolean offers(Object value) {
            return options.stream().anyMatch(option -> option.value().equals(value));
        }
    }

    /** What is kept, and what is shown for it. */
    @Schema(name = "Choice")
    record Option(String value, Wording label) {
        private static final int LONGEST = 100;

        public Option {
            if (value == null || value.isBlank() || value.length() > LONGEST || label == null) {
                throw new IllegalArgumentException(
                        "A choice has a label, and a value of 1 to 100 characters: " + value);
            }
        }
    }

    /** A number within these, both included. */
    record Number(BigDecimal min, BigDecimal max) implements AnswerType {
        private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

        public Number {
            if (min.compareTo(max) > 0
                    || min.compareTo(LARGEST.negate()) < 0
                    || max.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "min to max, within 1,000,000,000,000: " + min + " to " + max);
            }
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof BigDecimal number
                    && number.compareTo(min) >= 0
                    && number.compareTo(max) <= 0;
        }
    }

    record YesNo() implements AnswerType {
        @Override
        public boolean takes(Object value) {
            return value instanceof Boolean;
        }
    }

    /** Free words. */
    record Text(int longest) implements AnswerType {
        private static final int LONGEST = 200;

        public Text {
            if (longest < 1 || longest > LONGEST) {
                throw new IllegalArgumentException("longest is 1 to 200, not " + longest);
            }
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof String text
                    && !text.isBlank()
                    && text.length() <= longest
                    && text.chars().noneMatch(Character::isISOControl);
        }
    }
}
