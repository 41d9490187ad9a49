package io.tact.localstack.importing;

import io.tact.localstack.importing.sending.AccessTokens;
import io.tact.localstack.importing.sending.ConsentDoor;
import io.tact.localstack.importing.sending.Courier;
import io.tact.localstack.importing.sending.EventFeed;
import io.tact.localstack.importing.sending.Patience;
import io.tact.localstack.importing.sending.StaffApi;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/** The ways into a running suite. */
final class Doors {
    private final Suite suite;
    private final Courier courier;
    private final AccessTokens tokens;

    Doors(Suite suite, Patience patience) {
        this.suite = suite;
        courier = new Courier(patience);
        tokens =
                new AccessTokens(
                        courier,
                        suite.tokenUrl(),
                        Suite.IMPORTER,
                        suite.importerSecret(),
                        InstantSource.system());
    }

    CatalogueFeed catalogue() {
        return new CatalogueFeed(new StaffApi(courier, tokens, suite.recommendation()));
    }

    StaffApi frequency() {
        return new StaffApi(courier, tokens, suite.frequency());
    }

    ConsentDoor consents() {
        return new ConsentDoor(courier, suite.consent());
    }

    /** Orders under contract, as the shop's own server sends them. */
    EventFeed orders(IntConsumer delivered) {
        return new EventFeed(courier, suite.profile(), suite.ordersKey(), delivered);
    }

    /** Browsing whose consent a trusted source vouches for. */
    EventFeed browsing(IntConsumer delivered) {
        return new EventFeed(courier, suite.profile(), suite.historyKey(), delivered);
    }
}
