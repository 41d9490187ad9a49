package io.tact.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.Consents;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.limit.KnownLimits;
import io.tact.consent.client.limit.Limit;
import io.tact.consent.client.limit.Limits;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.recommendation.catalogue.CatalogueEntry;
import io.tact.recommendation.catalogue.CurrentCatalogue;
import io.tact.recommendation.catalogue.Goods;
import io.tact.recommendation.catalogue.KnownItems;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Purchase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody here has granted anything: what is learned is orders, which need no grant. */
class BuildModelTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey ANNS_PHONE = People.key("ann's phone");
    private static final IdentityKey BEN = People.key("ben");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final KnownItems items = new KnownItems();
    private final Histories histories = new Histories();
    private final Limits limits = KnownLimits.none();
    private final CurrentModel current = new CurrentModel(new CurrentCatalogue());
    private final BuildModel building =
            new BuildModel(
                    items,
                    histories,
                    new Consents(
                            new ConsentReplica(new Unhurried()), limits, metrics, new Unhurried()),
                    current,
                    metrics);

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true"})
    void ordersOfWhoeverLimitsTheirUseTeachNothingUntilThatIsLifted(
            boolean restricted, boolean objected) {
        items.put(new CatalogueEntry(Goods.item("tent", "tent", "Outdoor"), 1));
        items.put(new CatalogueEntry(Goods.item("mat", "mat", "Outdoor"), 1));
        histories.add(order(1, BEN, List.of(BEN)));
        String without = version();
        histories.add(order(2, ANN, List.of(ANN, ANNS_PHONE)));
        String with = version();
        assertThat(with).isNotEqualTo(without);

        limits.apply(ANNS_PHONE, new Limit(1, restricted, objected));
        assertThat(version()).isEqualTo(without);

        limits.apply(ANNS_PHONE, new Limit(2, false, false));
        assertThat(version()).isEqualTo(with);
        limits.apply(ANN, new Limit(1, restricted, objected));
        assertThat(version()).isEqualTo(without);
    }

    private String version() {
        building.consentChanged();
        building.build();
        return current.get().version();
    }

    private static Purchase order(long event, IdentityKey by, List<IdentityKey> identities) {
        return new Purchase(event, List.of("tent", "mat"), 1_000, by, identities);
    }

    private static final class Unhurried implements ConsentConfig {
        @Override
        public boolean replica() {
            return true;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Duration readyWithoutBroker() {
            return Duration.ofSeconds(10);
        }
    }
}
