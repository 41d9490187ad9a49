package io.tact.storefront.shopper;

import java.util.Optional;

/**
 * A browser that was here before, or is here for the first time.
 *
 * @param lasting whether the secret outlives the browser session, which it does only after some
 *     optional purpose was granted
 * @param token empty while consent-service cannot renew it: they are a stranger to the services
 *     then
 */
public record Visitor(SubjectId subject, boolean lasting, Optional<String> token) {
    private static final String LASTING = "l.";
    private static final String SESSION = "s.";

    public String anonymousId() {
        return subject.anonymousId();
    }

    String cookie() {
        return (lasting ? LASTING : SESSION) + subject.value();
    }

    static Optional<Visitor> ofCookie(String cookie) {
        boolean lasting = cookie.startsWith(LASTING);
        if (!lasting && !cookie.startsWith(SESSION)) {
            return Optional.empty();
        }
        String subject = cookie.substring(LASTING.length());
        return SubjectId.isOne(subject)
                ? Optional.of(new Visitor(new SubjectId(subject), lasting, Optional.empty()))
                : Optional.empty();
    }

    Visitor with(String newToken) {
        return new Visitor(subject, lasting, Optional.of(newToken));
    }

    @Override
    public String toString() {
        return "Visitor[…]";
    }
}
