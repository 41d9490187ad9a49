package io.tact.consent;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tact.localstack.test.TestStack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This service on a database and topics of its own. A test's field of type TestStack is filled. */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestStack stack;

    @Override
    public Map<String, String> start() {
        TestStack leased = TestStack.lease("consent-service");
        stack = leased;
        leased.createTopics(Path.of("contracts/topics.json"));
        leased.createTopics(Path.of("../profile-service/contracts/topics.json"));
        var settings = new HashMap<>(leased.environment());
        settings.put("tact.rate.statements-per-minute", "1000");
        settings.put("tact.notices.widening-after", "2s");
        settings.put("tact.banner.origins", "https://shop.example,http://localhost:8080");
        return settings;
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(stack, new TestInjector.MatchesType(TestStack.class));
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.close();
        }
    }
}
