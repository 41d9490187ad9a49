package io.tact.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Something that came from outside and was looked at: its value, or why it is refused. */
public sealed interface Checked<T> {
    static <T> Checked<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Checked<T> refused(String reason) {
        return new Refused<>(reason);
    }

    /** All the values in their order, or the first refusal. */
    static <T> Checked<List<T>> all(Iterable<Checked<T>> parts) {
        var values = new ArrayList<T>();
        for (Checked<T> part : parts) {
            if (part instanceof Refused<T> refused) {
                return refused(refused.reason());
            }
            values.add(part.orElseThrow());
        }
        return valid(List.copyOf(values));
    }

    /** Goes on with the value, if there is one. */
    <R> Checked<R> then(Function<? super T, Checked<R>> next);

    default <R> Checked<R> map(Function<? super T, R> next) {
        return then(value -> valid(next.apply(value)));
    }

    /**
     * For what the caller vouches for itself, such as its own configuration.
     *
     * @throws IllegalArgumentException with the reason of the refusal
     */
    T orElseThrow();

    record Valid<T>(T value) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<? super T, Checked<R>> next) {
            return next.apply(value);
        }

        @Override
        public T orElseThrow() {
            return value;
        }
    }

    /**
     * @param reason what was expected and what was found, for a person to read
     */
    record Refused<T>(String reason) implements Checked<T> {
        @Override
        public <R> Checked<R> then(Function<? super T, Checked<R>> next) {
            return refused(reason);
        }

        @Override
        public T orElseThrow() {
            throw new IllegalArgumentException(reason);
        }
    }
}
