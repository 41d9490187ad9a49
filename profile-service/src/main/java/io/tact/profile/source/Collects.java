package io.tact.profile.source;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a source declared that its events hold: paths of fields, as {@code properties.product_id}. A
 * star at the end stands for everything below that is not {@linkplain IntrusiveFields intrusive}:
 * what intrudes is named itself or not taken. Lists are passed through: a field of each product is
 * {@code properties.products.product_id}.
 */
public record Collects(Set<List<String>> named, Set<List<String>> below) {
    private static final Pattern PATH =
            Pattern.compile("\\*|[^.*]{1,100}(\\.[^.*]{1,100}){0,20}(\\.\\*)?");

    /** All but what intrudes: for a source that declared nothing. */
    public static final Collects ORDINARY = of(List.of("*"));

    /**
     * @throws IllegalArgumentException for what is no path of a field
     */
    public static Collects of(Collection<String> paths) {
        for (String path : paths) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "collects holds paths of fields, perhaps with .* at the end, not: " + path);
            }
        }
        return new Collects(
                paths.stream()
                        .filter(path -> !path.endsWith("*"))
                        .map(path -> List.of(path.split("\\.")))
                        .collect(Collectors.toUnmodifiableSet()),
                paths.stream()
                        .filter(path -> path.endsWith("*"))
                        .map(Collects::before)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static List<String> before(String path) {
        return path.equals("*")
                ? List.of()
                : List.of(path.substring(0, path.length() - 2).split("\\."));
    }

    /** Whether a field at this path may be there, whatever it holds. */
    public boolean names(List<String> path) {
        return startsWithOneOf(path, named);
    }

    /** The same, or it is covered by a star and does not intrude. */
    public boolean covers(List<String> path) {
        return names(path)
                || startsWithOneOf(path, below)
                        && path.stream().noneMatch(IntrusiveFields::contain);
    }

    private static boolean startsWithOneOf(List<String> path, Set<List<String>> starts) {
        return starts.stream()
                .anyMatch(
                        start ->
                                start.size() <= path.size()
                                        && start.equals(path.subList(0, start.size())));
    }
}
