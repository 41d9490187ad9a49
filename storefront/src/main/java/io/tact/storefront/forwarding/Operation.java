package io.tact.storefront.forwarding;

import io.tact.storefront.upstream.Service;
import java.util.regex.Pattern;

/**
 * Something a browser may ask of a service.
 *
 * @param prefix what the shop's path has before the service's: {@code /tact/<service>}, or nothing
 *     where a banner has its own idea of paths
 * @param path of the service, matched as it came: an encoded character matches nothing
 */
record Operation(Service service, String prefix, String method, Pattern path, Kind kind) {
    enum Kind {
        /** In the name of the shopper. */
        PERSONAL,
        /** The same, of any size: a file to keep. */
        DOWNLOAD,
        /** The shopper's answers: they decide how long the visitor is remembered. */
        CONSENT,
        /** What somebody else's banner asks and answers, in the name of the shopper. */
        BANNER,
        /** Something the browser saw, in an identity that the shop fills in. */
        EVENT,
        /** The same for everybody; no credentials go along. */
        PUBLIC,
        /** An element: the same for everybody, and worth caching. */
        MODULE;

        boolean isForEverybody() {
            return this == PUBLIC || this == MODULE;
        }

        boolean isInShoppersName() {
            return this == PERSONAL || this == DOWNLOAD || this == CONSENT || this == BANNER;
        }
    }

    boolean matches(String otherMethod, String rawPath) {
        return method.equals(otherMethod)
                && rawPath.startsWith(prefix)
                && path.matcher(rawPath.substring(prefix.length())).matches();
    }

    /** A banner's answer is worth a visitor of its own, who will be known by it. */
    boolean welcomes() {
        return kind == Kind.BANNER && method.equals("POST");
    }
}
