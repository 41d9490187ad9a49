package io.tact.profile;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tact.localstack.test.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This service on a database and topics of its own. A test's field of type Shop is filled. */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestStack stack;
    private @Nullable Shop shop;

    @Override
    public Map<String, String> start() {
        TestStack leased = TestStack.lease("profile-service");
        stack = leased;
        leased.createTopics(Path.of("contracts/topics.json"));
        leased.createTopics(Path.of("../consent-service/contracts/topics.json"));
        leased.createTopics(Path.of("../recommendation-service/contracts/topics.json"));
        shop = Shop.of(leased);
        var settings = new HashMap<>(leased.environment());
        settings.put("TACT_WRITE_KEYS", writeKeys().toString());
        settings.put(
                "TACT_READING_CLIENTS",
                """
                {"tact-demo":["functionality","measurement","experience","marketing","sensitive:health"],
                 "visitor":["functionality","measurement","experience","marketing"],
                 "newsletter":["marketing"]}""");
        return settings;
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(shop, new TestInjector.MatchesType(Shop.class));
    }

    @Override
    public void stop() {
        if (shop != null) {
            shop.consents().close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    private static Path writeKeys() {
        try {
            Path file = Files.createTempFile("write-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    """
                    [{"writeKey":"key-of-browser","source":"storefront-browser","kind":"browser","ground":"consent"},
                     {"writeKey":"key-of-server","source":"storefront-server","kind":"server","ground":"contract"},
                     {"writeKey":"key-of-history","source":"history","kind":"server","ground":"consent"}]""");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
