package io.tact.recommendation.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.erasure.NobodyForgotten;
import io.tact.recommendation.catalogue.KnownItems;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.People;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Stops;
import io.tact.recommendation.model.ModelAge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every owner can be read, whatever else its owner may add. */
class TolerantReaderTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Forgotten NOBODY = NobodyForgotten.create();
    private static final List<String> OWNERS =
            List.of("recommendation-service", "profile-service", "frequency-service");

    private final List<Topic> topics =
            List.of(
                    new CatalogueTopic(new KnownItems(), JSON),
                    new EventTopic(
                            new Histories(), NOBODY, new ModelAge(new SimpleMeterRegistry()), JSON),
                    new IdentityTopic(new Persons(), NOBODY, JSON),
                    new ViewTopic(new Preferences(), NOBODY, JSON),
                    new CappedTopic(new Stops(), NOBODY, JSON));

    static Stream<Path> examples() throws IOException {
        Stream<Path> all = Stream.empty();
        for (String owner : OWNERS) {
            Path folder = Path.of("..", owner, "contracts", "events", "examples");
            try (var files = Files.list(folder)) {
                all = Stream.concat(all, files.sorted().toList().stream());
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsUnderstood(Path example) throws IOException {
        byte[] value = Files.readAllBytes(example);
        String file = example.getFileName().toString();
        for (Topic topic : topics) {
            if (file.startsWith(topic.name() + ".")) {
                topic.read(keyOf(topic, value), value, Instant.EPOCH);
            }
        }
    }

    private static String keyOf(Topic topic, byte[] value) throws IOException {
        return switch (topic.name()) {
            case "catalogue.item.v1" -> JSON.readTree(value).path("itemId").asText();
            case "frequency.capped.v1" -> "person/product:tent-1";
            default -> People.key("ann").value();
        };
    }
}
