package io.tact.profile.computed;

import io.tact.profile.computed.Expressions.Expression;
import io.tact.profile.computed.Expressions.Invalid;
import io.tact.profile.computed.Part.Stamped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A definition that was checked, and can be applied. */
final class CompiledDefinition {
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_VALUE = 200;

    private final Definition definition;
    private final Map<String, CompiledOver> over;
    private final Expression value;

    private CompiledDefinition(
            Definition definition, Map<String, CompiledOver> over, Expression value) {
        this.definition = definition;
        this.over = over;
        this.value = value;
    }

    static CompiledDefinition of(Definition definition) throws Invalid {
        Map<String, CompiledOver> over = new TreeMap<>();
        for (Map.Entry<String, Over> entry : definition.over().entrySet()) {
            over.put(entry.getKey(), CompiledOver.of(entry.getValue()));
        }
        return new CompiledDefinition(definition, over, Expressions.value(definition));
    }

    Definition definition() {
        return definition;
    }

    Stream<Expression> expressions() {
        return Stream.concat(
                Stream.of(value),
                over.values().stream()
                        .flatMap(one -> Stream.of(one.match(), one.of()))
                        .flatMap(Stream::ofNullable));
    }

    /** The parts of these events, which are all of one identity and one day. */
    Map<String, Part> parts(Collection<SeenEvent> events) {
        List<SeenEvent> allowed =
                events.stream()
                        .filter(event -> event.purposes().contains(definition.purpose()))
                        .toList();
        Map<String, Part> parts = new HashMap<>();
        over.forEach(
                (name, one) ->
                        allowed.stream()
                                .flatMap(event -> one.part(event).stream())
                                .reduce(Part::and)
                                .map(CompiledDefinition::bounded)
                                .ifPresent(part -> parts.put(name, part)));
        return parts;
    }

    /** A day may bring any number of values; the most frequent stay. */
    private static Part bounded(Part part) {
        if (!(part instanceof Part.Counts counts) || counts.byValue().size() <= MOST_VALUES) {
            return part;
        }
        Map<String, Long> most = new TreeMap<>();
        counts.byValue().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return new Part.Counts(most);
    }

    /**
     * What follows; empty where nothing does.
     *
     * @param parts of all that may be looked at together, by name
     * @param traits that may be looked at
     */
    Optional<Object> value(Map<String, Part> parts, Map<String, Object> traits) {
        Map<String, Object> known = new HashMap<>();
        known.put("traits", traits);
        over.forEach(
                (name, one) ->
                        Optional.ofNullable(parts.get(name))
                                .flatMap(Part::seen)
                                .or(() -> nothing(one.over().take()))
                                .ifPresent(seen -> known.put(name, seen)));
        return value.evaluate(known).filter(CompiledDefinition::isPlain);
    }

    private static Optional<Object> nothing(Take take) {
        return switch (take) {
            case COUNT -> Optional.of(0L);
            case SUM -> Optional.of(0.0);
            case COUNTS -> Optional.of(Map.of());
            case MIN, MAX, FIRST, LAST -> Optional.empty();
        };
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean
                || value instanceof Long
                || value instanceof Double number && Double.isFinite(number)
                || value instanceof String text && text.length() <= LONGEST_VALUE;
    }

    private record CompiledOver(Over over, Expression match, @Nullable Expression of) {
        static CompiledOver of(Over over) throws Invalid {
            return new CompiledOver(
                    over,
                    Expressions.match(over.match()),
                    over.of() == null ? null : Expressions.of(over.of()));
        }

        Optional<Part> part(SeenEvent event) {
            Map<String, Object> known = Map.of("event", event.fields());
            if (!match.isTrue(known)) {
                return Optional.empty();
            }
            return taken(known)
                    .map(value -> new Stamped(event.at(), event.messageId(), value))
                    .map(value -> Part.of(over.take(), value));
        }

        private Optional<Object> taken(Map<String, Object> known) {
            if (of == null) {
                return Optional.of(true);
            }
            return of.evaluate(known)
                    .flatMap(value -> over.take().needsNumber() ? number(value) : plain(value));
        }

        private static Optional<Object> plain(Object value) {
            return Optional.of(value).filter(CompiledDefinition::isPlain);
        }

        /** Shops send prices as texts as well. */
        private static Optional<Object> number(Object value) {
            if (value instanceof String text) {
                try {
                    return plain(Double.valueOf(text));
                } catch (NumberFormatException noNumber) {
                    return Optional.empty();
                }
            }
            return value instanceof Long || value instanceof Double
                    ? plain(value)
                    : Optional.empty();
        }
    }
}
