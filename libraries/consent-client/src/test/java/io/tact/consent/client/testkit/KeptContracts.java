package io.tact.consent.client.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the events of every service; extended by the owner's own test. */
public abstract class KeptContracts {
    @ParameterizedTest
    @MethodSource("contracts")
    void everyExampleIsWhatWeAndOurConsumersAgreedOn(Contract contract) {
        assertThat(contract.examples())
                .isNotEmpty()
                .allSatisfy(file -> contract.holdsFor(Contract.text(file), file));
    }

    @Test
    void everyTopicHasASchema() {
        Set<String> topics =
                Contract.json(Path.of("contracts/topics.json"))
                        .valueStream()
                        .map(topic -> topic.path("name").asText())
                        .collect(Collectors.toSet());

        assertThat(events()).containsAll(topics);
    }

    @Test
    void everyConsumerSaysOfWhichEventsItReadsWhat() {
        assertThat(Contract.consumers())
                .allSatisfy(
                        consumer ->
                                assertThat(consumer.path("$defs").properties())
                                        .as("%s: schemas under $defs by event", consumer)
                                        .anyMatch(named -> events().contains(named.getKey())));
    }

    static Stream<Contract> contracts() {
        return Contract.all();
    }

    private static Set<String> events() {
        return Contract.all().map(Contract::event).collect(Collectors.toSet());
    }
}
