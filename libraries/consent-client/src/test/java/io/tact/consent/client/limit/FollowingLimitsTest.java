package io.tact.consent.client.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.erasure.NobodyForgotten;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.replica.ConsentReplica;
import io.tact.consent.client.testkit.LimitStates;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.OwnBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits against a real broker. What consent says does not matter: nobody here has a lease. */
class FollowingLimitsTest {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");

    private static OwnBroker broker;

    private final IdentityKey ann = someone();
    private final IdentityKey ben = someone();
    private final Limits limits = new Limits();
    private Consents consents;
    private LimitStates people;
    private LimitTopicReader reader;

    @BeforeAll
    static void startBroker() {
        broker = OwnBroker.create();
        broker.start();
        broker.createTopics("", Path.of("src/test/resources/topics.json"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void follow() {
        var config = new Following();
        people = new LimitStates(broker.bootstrapServers(), "");
        consents =
                new Consents(new ConsentReplica(config), limits, new SimpleMeterRegistry(), config);
        reader =
                new LimitTopicReader(
                        limits,
                        NobodyForgotten.create(),
                        config,
                        new ObjectMapper(),
                        Optional.empty(),
                        broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        reader.stop(new ShutdownEvent());
        people.close();
    }

    @Test
    void whatWasLimitedBeforeIsKnownWhenTheServiceIsReady() {
        people.limit(ann, true, false);
        assertThat(reader.isReady()).isFalse();

        start();

        assertThat(limits.of(ann)).isEqualTo(new Limit(1, true, false));
    }

    @Test
    void untilLimitsAreKnownEverythingOptionalIsRefused() {
        assertThat(refusal(ann)).contains(Refusal.NO_LEASE);
        assertThat(consents.allowConclusions(ann)).isFalse();
    }

    @Test
    void restrictionRefusesEveryOptionalPurposeAndIsADecision() {
        start();
        people.limit(ann, true, false);
        Eventually.holds("restricted", () -> limits.of(ann).restricted());

        Permissions permissions = consents.permissionsOf(List.of(ben, ann));

        assertThat(permissions.refusal(Purpose.EXPERIENCE)).contains(Refusal.RESTRICTED);
        assertThat(permissions.refusal(Purpose.sensitive("health"))).contains(Refusal.RESTRICTED);
        assertThat(permissions.allows(Purpose.NECESSARY)).isTrue();
        assertThat(permissions.isRestricted()).isTrue();
        assertThat(permissions.isUndecided()).isFalse();
        assertThat(consents.allowConclusions(ann)).isFalse();
        assertThat(refusal(ben)).as("somebody else").isNotEqualTo(Optional.of(Refusal.RESTRICTED));
    }

    @Test
    void objectionForbidsConclusionsAndNothingElse() {
        start();
        people.limit(ann, false, true);
        Eventually.holds("objected", () -> limits.of(ann).objected());

        assertThat(consents.allowConclusions(ann)).isFalse();
        assertThat(consents.allowConclusions(ben)).isTrue();
        assertThat(refusal(ann)).isNotEqualTo(Optional.of(Refusal.RESTRICTED));
    }

    @Test
    void liftedAndErasedLimitsAreNone() {
        start();
        people.limit(ann, true, true);
        people.limit(ben, true, true);
        people.limit(ann, false, false);
        people.send(ben, null);

        Eventually.holds(
                "lifted",
                () ->
                        limits.of(ann).equals(new Limit(2, false, false))
                                && limits.of(ben).equals(Limit.NONE));
        assertThat(consents.allowConclusions(ann)).isTrue();
    }

    @Test
    void recordThatNobodyUnderstandsLimitsEverything() {
        start();
        people.send(ann, "{\"version\":");

        Eventually.holds("restricted", () -> limits.of(ann).restricted());
        assertThat(limits.of(ann).objected()).isTrue();
    }

    @Test
    void anOlderRecordChangesNothing() {
        limits.apply(ann, new Limit(3, true, false));

        limits.apply(ann, new Limit(2, false, false));

        assertThat(limits.of(ann)).isEqualTo(new Limit(3, true, false));
    }

    private void start() {
        reader.start(new StartupEvent());
        Eventually.holds("ready", reader::isReady);
    }

    private Optional<Refusal> refusal(IdentityKey key) {
        return consents.permissionsOf(List.of(key)).refusal(Purpose.EXPERIENCE);
    }

    private static IdentityKey someone() {
        return KEYS.of(Identity.visitor("person-" + UUID.randomUUID()));
    }

    private static final class Following implements ConsentConfig {
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
            return Duration.ofMillis(150);
        }

        @Override
        public Duration readyWithoutBroker() {
            return Duration.ofMinutes(10);
        }
    }
}
