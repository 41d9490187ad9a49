package io.tact.storefront.shopper;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The consent versions that a browser was shown ({@code Consent-Seq}): the newest of each
 * identity-key, of the last few identity-keys. Whatever is not of the form is left out.
 *
 * @param versions the oldest first
 */
record SeenConsents(Map<String, Long> versions) {
    static final String HEADER = "Consent-Seq";
    static final int MOST = 8;
    static final SeenConsents NONE = new SeenConsents(Map.of());

    private static final Pattern ONE = Pattern.compile("([A-Za-z0-9_-]{43})[=:]([0-9]{1,18})");

    /** {@code key:version.key:version}: a cookie takes no comma. */
    static SeenConsents ofCookie(String cookie) {
        return NONE.with(List.of(cookie.split("\\.", MOST + 1)));
    }

    /** What was seen, and what these headers show. */
    SeenConsents merge(Collection<String> headers) {
        return with(
                headers.stream()
                        .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                        .toList());
    }

    private SeenConsents with(List<String> texts) {
        var merged = new LinkedHashMap<>(versions);
        for (String text : texts) {
            var one = ONE.matcher(text.strip());
            if (one.matches()) {
                long version = Long.parseLong(one.group(2));
                Long seen = merged.remove(one.group(1));
                merged.put(one.group(1), seen == null ? version : Math.max(seen, version));
            }
        }
        var keys = new ArrayDeque<>(merged.keySet());
        while (merged.size() > MOST) {
            merged.remove(keys.removeFirst());
        }
        return new SeenConsents(merged);
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    String cookie() {
        return joined(":", ".");
    }

    String header() {
        return joined("=", ",");
    }

    private String joined(String equals, String separator) {
        return versions.entrySet().stream()
                .map(seen -> seen.getKey() + equals + seen.getValue())
                .collect(joining(separator));
    }
}
