package io.tact.frequency.cap;

/**
 * No more than so many impressions of each matching label within the window.
 *
 * @param name as answers give it: {@code <policy>/<number>}
 * @param limit 0 blocks
 */
public record CapRule(String name, LabelPattern label, int limit, Window window) {
    public CapRule {
        if (limit < 0 || limit > 1_000_000) {
            throw new IllegalArgumentException("A limit is 0 to 1000000, not " + limit);
        }
    }

    /**
     * Whether the rule can only be kept by knowing what a person saw before this session: such a
     * campaign needs {@code marketing}.
     */
    public boolean isPersonCap() {
        return limit > 0 && !(window instanceof Window.Session);
    }
}
