package io.tact.profile.identity;

/**
 * Two identities that may be one person.
 *
 * @param confirmed by both credentials or by a server; otherwise anybody may have claimed it
 * @param permitted both allow {@code identity_link} by their own answers
 */
public record Edge(Pair pair, boolean confirmed, boolean permitted) {
    public boolean isActive() {
        return confirmed && permitted;
    }

    public Edge withPermitted(boolean now) {
        return new Edge(pair, confirmed, now);
    }
}
