package io.tact.profile.computed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was taken of some events. Two parts of different events make one of both, in any order: so a
 * person's is the sum of their identities' days.
 */
sealed interface Part {
    /** As an expression sees it; empty where there is nothing to see. */
    Optional<Object> seen();

    record Count(long events) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(events);
        }
    }

    /** Exact, so that the order of adding does not show. */
    record Sum(BigDecimal sum) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(sum.doubleValue());
        }
    }

    record Least(BigDecimal number) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(number.doubleValue());
        }
    }

    record Greatest(BigDecimal number) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(number.doubleValue());
        }
    }

    record Earliest(Stamped value) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(value.value());
        }
    }

    record Latest(Stamped value) implements Part {
        @Override
        public Optional<Object> seen() {
            return Optional.of(value.value());
        }
    }

    record Counts(Map<String, Long> byValue) implements Part {
        public Counts {
            byValue = Collections.unmodifiableMap(new TreeMap<>(byValue));
        }

        @Override
        public Optional<Object> seen() {
            return Optional.of(byValue);
        }
    }

    /**
     * @param value a text, a number or a boolean
     */
    record Stamped(Instant at, String messageId, Object value) {
        static final Comparator<Stamped> BY_TIME =
                Comparator.comparing(Stamped::at).thenComparing(Stamped::messageId);
    }

    /** Of one event. */
    static Part of(Take take, Stamped taken) {
        return switch (take) {
            case COUNT -> new Count(1);
            case SUM -> new Sum(number(taken));
            case MIN -> new Least(number(taken));
            case MAX -> new Greatest(number(taken));
            case FIRST -> new Earliest(taken);
            case LAST -> new Latest(taken);
            case COUNTS -> new Counts(Map.of(taken.value().toString(), 1L));
        };
    }

    /** Of both; they are of the same kind. */
    default Part and(Part other) {
        if (this instanceof Count one && other instanceof Count two) {
            return new Count(one.events + two.events);
        }
        if (this instanceof Sum one && other instanceof Sum two) {
            return new Sum(one.sum.add(two.sum));
        }
        if (this instanceof Least one && other instanceof Least two) {
            return one.number.compareTo(two.number) <= 0 ? one : two;
        }
        if (this instanceof Greatest one && other instanceof Greatest two) {
            return one.number.compareTo(two.number) >= 0 ? one : two;
        }
        if (this instanceof Earliest one && other instanceof Earliest two) {
            return Stamped.BY_TIME.compare(one.value, two.value) <= 0 ? one : two;
        }
        if (this instanceof Latest one && other instanceof Latest two) {
            return Stamped.BY_TIME.compare(one.value, two.value) >= 0 ? one : two;
        }
        if (this instanceof Counts one && other instanceof Counts two) {
            var both = new TreeMap<>(one.byValue);
            two.byValue.forEach((value, count) -> both.merge(value, count, Long::sum));
            return new Counts(both);
        }
        throw new IllegalArgumentException("Not of one kind: " + this + " and " + other);
    }

    private static BigDecimal number(Stamped taken) {
        return taken.value() instanceof Long whole
                ? BigDecimal.valueOf(whole)
                : BigDecimal.valueOf((Double) taken.value());
    }
}
