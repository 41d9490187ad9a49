package io.tact.recommendation;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tact.localstack.test.TestStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This service on a database and topics of its own. A test's field of type TestStack is filled. */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    private static final List<String> OWNERS =
            List.of(
                    "recommendation-service",
                    "consent-service",
                    "profile-service",
                    "frequency-service");

    private @Nullable TestStack stack;

    @Override
    public Map<String, String> start() {
        TestStack leased = TestStack.lease("recommendation-service");
        stack = leased;
        for (String owner : OWNERS) {
            leased.createTopics(Path.of("..", owner, "contracts", "topics.json"));
        }
        return leased.environment();
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
