package io.tact.frequency;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.tact.localstack.test.Eventually;
import io.tact.localstack.test.TestStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This service on a database and topics of its own, with a door before the database that a test may
 * close. Fields of a test of type {@link Surroundings} are filled.
 */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    private @Nullable Surroundings surroundings;

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.lease("frequency-service");
        stack.createTopics(Path.of("contracts/topics.json"));
        stack.createTopics(Path.of("../profile-service/contracts/topics.json"));
        stack.createTopics(Path.of("../consent-service/contracts/topics.json"));
        var door = new DatabaseDoor(stack.databaseHost(), stack.databasePort());
        surroundings = new Surroundings(stack, door);
        var settings = new HashMap<>(stack.environment());
        settings.put("TACT_DATABASE_HOST", "127.0.0.1");
        settings.put("TACT_DATABASE_PORT", String.valueOf(door.port()));
        return settings;
    }

    @Override
    public void inject(TestInjector fields) {
        Eventually.get("readiness", ServiceUnderTest::readiness, status -> status == 200);
        fields.injectIntoFields(surroundings, new TestInjector.MatchesType(Surroundings.class));
    }

    /** Before it has read everybody's consent it refuses, as it should. */
    private static int readiness() {
        return given().get(
                        URI.create(TestHTTPResourceManager.getManagementUri())
                                .resolve("/q/health/ready"))
                .statusCode();
    }

    @Override
    public void stop() {
        if (surroundings != null) {
            surroundings.close();
        }
    }
}
