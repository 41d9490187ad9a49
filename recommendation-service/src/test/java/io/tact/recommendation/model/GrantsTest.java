package io.tact.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey BEN = People.key("ben");

    private final Map<IdentityKey, Permissions> consents = new HashMap<>();
    private final Grants grants =
            new Grants(key -> consents.getOrDefault(key, Permissions.of(Set.of())));

    @Test
    void nobodyIsLearnedFromWithoutAGrant() {
        assertThat(grants.refresh(List.of(ANN))).isFalse();
        assertThat(grants.experience(ANN)).isFalse();
    }

    @Test
    void purposesAreGrantedOneByOne() {
        consents.put(ANN, Permissions.of(Set.of(Purpose.EXPERIENCE)));
        consents.put(BEN, Permissions.of(Set.of(Purpose.MEASUREMENT)));

        assertThat(grants.refresh(List.of(ANN, BEN))).isTrue();

        assertThat(grants.experience(ANN)).isTrue();
        assertThat(grants.measurement(ANN)).isFalse();
        assertThat(grants.measurement(BEN)).isTrue();
    }

    @Test
    void withdrawalIsNoticed() {
        consents.put(ANN, Permissions.of(Set.of(Purpose.EXPERIENCE)));
        grants.refresh(List.of(ANN));
        consents.clear();

        assertThat(grants.refresh(List.of(ANN))).isTrue();
        assertThat(grants.experience(ANN)).isFalse();
    }

    @Test
    void notKnowingLeavesItAsItWasAndLetsNobodyIn() {
        consents.put(ANN, Permissions.of(Set.of(Purpose.EXPERIENCE)));
        grants.refresh(List.of(ANN, BEN));
        consents.put(ANN, Permissions.none(Refusal.NO_LEASE));
        consents.put(BEN, Permissions.none(Refusal.NO_LEASE));

        assertThat(grants.refresh(List.of(ANN, BEN))).isFalse();

        assertThat(grants.experience(ANN)).isTrue();
        assertThat(grants.experience(BEN)).isFalse();
    }
}
