package io.tact.storefront;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the shop is told about itself. */
@ConfigMapping(prefix = "tact.storefront")
public interface StorefrontConfig {
    /** The origin that browsers see; unsafe requests of any other are refused. */
    URI origin();

    /** Whether browsers come by TLS: cookies are then Secure and named {@code __Host-…}. */
    boolean secure();

    /**
     * Folder with a picture {@code <itemId>.svg} of each item; what is missing is drawn neutral.
     */
    Optional<Path> pictures();

    /** The keys under which events go to profile-service. */
    WriteKey writeKey();

    /** What the shop keeps of orders until profile-service has them. */
    Orders orders();

    /** How the shop keeps the catalogue at hand. */
    Catalogue catalogue();

    /** What a request from a browser may weigh, and what comes back to it. */
    Limits limits();

    interface WriteKey {
        /** For what a browser says: at most observed, and only as far as consent allows. */
        String browser();

        /** For orders, which the shop itself has taken. */
        String server();
    }

    interface Orders {
        /** Folder of the file with the orders that were not accepted yet. */
        Path folder();

        /** How often a waiting order is sent again. */
        @WithDefault("1S")
        @WithName("retry")
        Duration retryEvery();
    }

    interface Catalogue {
        /** How old the catalogue in memory may get while recommendation-service answers. */
        @WithDefault("10S")
        Duration refresh();

        /** Items asked for at a time. */
        @WithDefault("200")
        int page();

        /** Items held at most. */
        @WithDefault("20000")
        int most();
    }

    interface Limits {
        /** Bytes of a forwarded request's body. */
        @WithDefault("65536")
        int request();

        /** Bytes of a forwarded answer's body. */
        @WithDefault("4194304")
        int answer();

        /** Bytes of a file that a shopper downloads. */
        @WithDefault("4294967296")
        long download();
    }
}
