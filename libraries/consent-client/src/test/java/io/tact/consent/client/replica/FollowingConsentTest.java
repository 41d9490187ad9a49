package io.tact.consent.client.replica;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tact.consent.client.ConsentConfig;
import io.tact.consent.client.ConsentSeq;
import io.tact.consent.client.Consents;
import io.tact.consent.client.Permissions;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.Refusal;
import io.tact.consent.client.caller.Caller;
import io.tact.consent.client.caller.Caller.Proven;
import io.tact.consent.client.caller.Caller.Visitor;
import io.tact.consent.client.erasure.NobodyForgotten;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.consent.client.limit.KnownLimits;
import io.tact.consent.client.testkit.ConsentStates;
import io.tact.localstack.test.OwnBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replica against a real broker, which one of the tests kills. */
class FollowingConsentTest {
    private static final IdentityKeys KEYS = new IdentityKeys("0123456789abcdef0123456789abcdef");
    private static final SimpleMeterRegistry METRICS = new SimpleMeterRegistry();

    private static OwnBroker broker;

    private final SteadyConfig config = new SteadyConfig();
    private ConsentStates ledger;
    private ConsentTopicReader reader;
    private Consents consents;
    private int people;

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
        ledger = new ConsentStates(broker.bootstrapServers(), "").heartbeat(true);
        var replica = new ConsentReplica(config);
        reader =
                new ConsentTopicReader(
                        replica,
                        NobodyForgotten.create(),
                        config,
                        new ObjectMapper(),
                        METRICS,
                        Optional.empty(),
                        broker.bootstrapServers());
        consents = new Consents(replica, KnownLimits.none(), METRICS, config);
        reader.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        reader.stop(new ShutdownEvent());
        ledger.close();
    }

    @Test
    void grantIsObeyedAndSoIsItsWithdrawal() {
        Proven ann = someone();
        ConsentSeq granted = ledger.grant(ann.key(), Purpose.EXPERIENCE, Purpose.MEASUREMENT);
        eventually(showing(granted, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));

        ConsentSeq withdrawn = ledger.withdraw(ann.key(), Purpose.EXPERIENCE);
        eventually(showing(withdrawn, ann), permissions -> permissions.allows(Purpose.MEASUREMENT));
        Permissions permissions = ask(showing(withdrawn, ann));

        assertThat(permissions.refusal(Purpose.EXPERIENCE)).contains(Refusal.NOT_GRANTED);
        assertThat(permissions.allowed()).containsExactly(Purpose.MEASUREMENT);
    }

    @Test
    void whoShowsAConsentThatHasNotComeIsRefusedEverythingOptional() {
        Proven ann = someone();
        ConsentSeq granted = ledger.grant(ann.key(), Purpose.MARKETING);
        eventually(showing(granted, ann), permissions -> permissions.allows(Purpose.MARKETING));

        ConsentSeq withdrawn = ledger.withdrawUnpublished(ann.key(), Purpose.MARKETING);

        assertThat(ask(showing(withdrawn, ann)).refusal(Purpose.MARKETING))
                .contains(Refusal.NOT_YET_SEEN);
        assertThat(ask(showing(withdrawn, ann)).allows(Purpose.NECESSARY)).isTrue();
        assertThat(ask(caller(ann)).allows(Purpose.MARKETING))
                .as("nobody else can know yet")
                .isTrue();
    }

    @Test
    void identityThatNeverAnsweredAndStrangerAreRefused() {
        Proven ann = someone();
        Proven nobody = someone();
        eventually(
                showing(ledger.grant(ann.key(), Purpose.EXPERIENCE), ann),
                known -> known.allows(Purpose.EXPERIENCE));

        assertThat(ask(caller(nobody)).refusal(Purpose.EXPERIENCE)).contains(Refusal.NOT_GRANTED);
        assertThat(
                        ask(new Caller(Optional.empty(), Optional.empty(), List.of(), false))
                                .refusal(Purpose.EXPERIENCE))
                .contains(Refusal.STRANGER);
    }

    @Test
    void everyProvenIdentityMustGrant() {
        Proven visitor = someone();
        Proven customer = someone();
        ledger.grant(visitor.key(), Purpose.EXPERIENCE, Purpose.MARKETING);
        ConsentSeq seq = ledger.grant(customer.key(), Purpose.EXPERIENCE);
        ledger.refuse(customer.key(), Purpose.MARKETING);
        var both =
                new Caller(
                        Optional.of(customer),
                        Optional.of(new Visitor(visitor, "session")),
                        List.of(seq),
                        false);

        eventually(both, permissions -> permissions.allows(Purpose.EXPERIENCE));

        assertThat(ask(both).allowed()).containsExactly(Purpose.EXPERIENCE);
    }

    @Test
    void privacySignalRefusesMarketingInItsRequestOnly() {
        Proven ann = someone();
        ConsentSeq seq = ledger.grant(ann.key(), Purpose.EXPERIENCE, Purpose.MARKETING);
        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.MARKETING));
        var signalling =
                new Caller(
                        Optional.empty(),
                        Optional.of(new Visitor(ann, "session")),
                        List.of(seq),
                        true);

        assertThat(ask(signalling).refusal(Purpose.MARKETING)).contains(Refusal.PRIVACY_SIGNAL);
        assertThat(ask(signalling).allows(Purpose.EXPERIENCE)).isTrue();
        assertThat(ask(caller(ann)).allows(Purpose.MARKETING)).isTrue();
    }

    @Test
    void recordThatNobodyUnderstandsRefuses() throws Exception {
        Proven ann = someone();
        ConsentSeq seq = ledger.grant(ann.key(), Purpose.EXPERIENCE);
        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));

        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    "consent.state.v1",
                                    ann.key().value(),
                                    "{\"version\":".getBytes(UTF_8)))
                    .get();
        }

        eventually(caller(ann), permissions -> !permissions.allows(Purpose.EXPERIENCE));
    }

    @Test
    void erasedIdentityHasNeverAnswered() {
        Proven ann = someone();
        eventually(
                showing(ledger.grant(ann.key(), Purpose.EXPERIENCE), ann),
                known -> known.allows(Purpose.EXPERIENCE));

        ledger.erase(ann.key());

        eventually(caller(ann), permissions -> !permissions.allows(Purpose.EXPERIENCE));
    }

    @Test
    void withoutHeartbeatsNothingOptionalIsAllowedUntilTheyReturn() {
        Proven ann = someone();
        ConsentSeq seq = ledger.grant(ann.key(), Purpose.EXPERIENCE);
        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));

        ledger.heartbeat(false);
        eventually(
                showing(seq, ann),
                permissions ->
                        permissions
                                .refusal(Purpose.EXPERIENCE)
                                .equals(Optional.of(Refusal.NO_LEASE)));
        assertThat(consents.permissionsOf(List.of(ann.key())).isUndecided()).isTrue();

        ledger.heartbeat(true);
        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));
    }

    @Test
    void deadBrokerRefusesAndItsReturnHealsWithoutAnybodysHelp() {
        Proven ann = someone();
        ConsentSeq seq = ledger.grant(ann.key(), Purpose.EXPERIENCE);
        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));

        broker.kill();
        eventually(
                showing(seq, ann),
                permissions ->
                        permissions
                                .refusal(Purpose.EXPERIENCE)
                                .equals(Optional.of(Refusal.NO_LEASE)));
        broker.start();

        eventually(showing(seq, ann), permissions -> permissions.allows(Purpose.EXPERIENCE));
    }

    private Proven someone() {
        Identity identity = Identity.visitor("person-" + System.nanoTime() + "-" + people++);
        return new Proven(identity, KEYS.of(identity));
    }

    private static Caller caller(Proven proven) {
        return new Caller(
                Optional.empty(), Optional.of(new Visitor(proven, "session")), List.of(), false);
    }

    private static Caller showing(ConsentSeq seq, Proven proven) {
        return new Caller(
                Optional.empty(), Optional.of(new Visitor(proven, "session")), List.of(seq), false);
    }

    private Permissions ask(Caller caller) {
        return consents.permissions(caller).await().atMost(Duration.ofSeconds(5));
    }

    private void eventually(Caller caller, Predicate<Permissions> expected) {
        long began = System.nanoTime();
        Permissions last = ask(caller);
        while (!expected.test(last)) {
            if (System.nanoTime() - began > Duration.ofSeconds(30).toNanos()) {
                throw new AssertionError("It stayed at " + last);
            }
            Thread.onSpinWait();
            last = ask(caller);
        }
    }

    private static final class SteadyConfig implements ConsentConfig {
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
            return Duration.ofSeconds(10);
        }
    }
}
