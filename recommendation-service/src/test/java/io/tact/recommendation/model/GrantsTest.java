package io.tact.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.history.People;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final IdentityKey ANN = People.key("ann");
    private static final IdentityKey BEN = People.key("ben");

    private final Map<IdentityKey, Permissions> consents = new HashMap<>();
    private final Set<IdentityKey> limited = new HashSet<>();
    private final Grants grants =
            new Grants(
                    key -> consents.getOrDefault(key, Permissions.of(Set.of())),
                    key -> !limited.contains(key));

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
    void whoObjectsTeachesNothingNotEvenByOrdersThatListThem() {
        consents.put(ANN, Permissions.of(Set.of(Purpose.EXPERIENCE, Purpose.MEASUREMENT)));
        grants.refresh(List.of(ANN, BEN));
        assertThat(grants.order(List.of(ANN, BEN))).isTrue();
        limited.add(ANN);

        assertThat(grants.refresh(List.of(ANN, BEN))).isTrue();

        assertThat(grants.experience(ANN)).isFalse();
        assertThat(grants.measurement(ANN)).isFalse();
        assertThat(grants.order(List.of(BEN, ANN))).isFalse();
        assertThat(grants.order(List.of(BEN))).isTrue();

        limited.clear();
        assertThat(grants.refresh(List.of(ANN, BEN))).isTrue();
        assertThat(grants.experience(ANN)).isTrue();
        assertThat(grants.order(List.of(ANN))).isTrue();
    }

    @Test
    void whoObjectedIsLeftOutWhileConsentCannotBeKnown() {
        consents.put(ANN, Permissions.of(Set.of(Purpose.EXPERIENCE)));
        grants.refresh(List.of(ANN));
        consents.put(ANN, Permissions.none(Refusal.NO_LEASE));
        limited.add(ANN);

        assertThat(grants.refresh(List.of(ANN))).isTrue();
        assertThat(grants.experience(ANN)).isFalse();

        limited.clear();
        assertThat(grants.refresh(List.of(ANN))).isTrue();
        assertThat(grants.experience(ANN)).as("nobody new gets in").isFalse();
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
