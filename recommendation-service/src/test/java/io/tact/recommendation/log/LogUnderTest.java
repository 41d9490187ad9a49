package io.tact.recommendation.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.recommendation.history.Histories;
import io.tact.recommendation.history.Persons;
import io.tact.recommendation.history.Preferences;
import io.tact.recommendation.history.Stops;
import io.tact.recommendation.history.Turns;
import io.tact.recommendation.model.ModelAge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A log that a test reads from, and what it is read into. */
public final class LogUnderTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    public final Turns turns = new Turns();
    public final Histories histories = new Histories();
    public final Persons persons = new Persons();
    public final Preferences preferences = new Preferences();
    public final Stops stops = new Stops();
    private final Map<String, Topic> topics;

    public LogUnderTest(Forgotten forgotten) {
        topics =
                Stream.of(
                                new EventTopic(
                                        histories,
                                        forgotten,
                                        new ModelAge(new SimpleMeterRegistry()),
                                        JSON),
                                new IdentityTopic(persons, forgotten, JSON),
                                new ViewTopic(preferences, forgotten, JSON),
                                new CappedTopic(stops, forgotten, JSON))
                        .collect(Collectors.toMap(Topic::name, Function.identity()));
    }

    /** One record. */
    public record Entry(String topic, String key, String value) {
        public static Entry of(String topic, String key, Map<String, Object> value) {
            try {
                return new Entry(topic, key, JSON.writeValueAsString(value));
            } catch (JsonProcessingException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    public LogUnderTest read(List<Entry> entries) {
        entries.forEach(this::read);
        return this;
    }

    private Topic topic(String name) {
        return Objects.requireNonNull(topics.get(name), name);
    }

    private void read(Entry entry) {
        turns.take(
                () -> {
                    try {
                        topic(entry.topic)
                                .read(entry.key, entry.value.getBytes(UTF_8), Instant.now());
                    } catch (IOException notUnderstood) {
                        throw new UncheckedIOException(notUnderstood);
                    }
                });
    }
}
