package io.tact.storefront.forwarding;

import io.tact.storefront.upstream.Service;
import java.util.regex.Pattern;

/**
 * Something a browser may ask of a service.
 *
 * @param path below {@code /tact/<service>}, matched as it came: an encoded character matches
 *     nothing
 */
record Operation(Service service, String method, Pattern path, Kind kind) {
    enum Kind {
        /** In the name of the shopper. */
        PERSONAL,
        /** The shopper's answers: they decide how long the visitor is remembered. */
        CONSENT,
        /** Something the browser saw, in an identity that the shop fills in. */
        EVENT,
        /** The same for everybody; no credentials go along. */
        PUBLIC,
        /** An element: the same for everybody, and worth caching. */
        MODULE;

        boolean isForEverybody() {
            return this == PUBLIC || this == MODULE;
        }
    }

    static String prefix(Service service) {
        return "/tact/" + service.segment();
    }

    boolean matches(String otherMethod, String rawPath) {
        String prefix = prefix(service);
        return method.equals(otherMethod)
                && rawPath.startsWith(prefix)
                && path.matcher(rawPath.substring(prefix.length())).matches();
    }
}
