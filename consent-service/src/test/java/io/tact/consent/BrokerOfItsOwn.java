package io.tact.consent;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tact.localstack.test.OwnBroker;
import io.tact.localstack.test.TestStack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This service with a broker that a test may stop, and with a replica of its own topic, as any
 * service that obeys consent has one.
 */
public class BrokerOfItsOwn implements QuarkusTestResourceLifecycleManager {
    private final OwnBroker broker = OwnBroker.create();
    private @Nullable TestStack stack;

    @Override
    public Map<String, String> start() {
        TestStack leased = TestStack.lease("consent-service");
        stack = leased;
        broker.start();
        broker.createTopics(leased.topicPrefix(), Path.of("contracts/topics.json"));
        broker.createTopics(
                leased.topicPrefix(), Path.of("../profile-service/contracts/topics.json"));
        var settings = new HashMap<>(leased.environment());
        settings.put("TACT_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put("tact.consent.replica", "true");
        return settings;
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(stack, new TestInjector.MatchesType(TestStack.class));
        fields.injectIntoFields(broker, new TestInjector.MatchesType(OwnBroker.class));
    }

    @Override
    public void stop() {
        broker.close();
        if (stack != null) {
            stack.close();
        }
    }
}
