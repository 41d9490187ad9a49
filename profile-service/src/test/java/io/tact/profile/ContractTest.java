package io.tact.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {
    private static final Set<String> EVENTS =
            Set.of("profile.event.v1", "profile.identity.v1", "profile.view.v1");

    @ParameterizedTest
    @ValueSource(strings = {"profile.event.v1", "profile.identity.v1", "profile.view.v1"})
    void everyExampleIsWhatWeAndOurConsumersAgreedOn(String event) {
        var contract = new Contract(event);

        assertThat(contract.examples())
                .isNotEmpty()
                .allSatisfy(file -> contract.holdsFor(Contract.text(file), file));
    }

    @Test
    void everyConsumerSaysOfWhichEventsItReadsWhat() {
        assertThat(Contract.consumers())
                .allSatisfy(
                        file ->
                                assertThat(
                                                Contract.read(Contract.text(file))
                                                        .path("$defs")
                                                        .properties())
                                        .as("%s: schemas under $defs by event", file)
                                        .anyMatch(named -> EVENTS.contains(named.getKey())));
    }

    @Test
    void everyTopicHasASchema() {
        var topics = Contract.read(Contract.text(Path.of("contracts/topics.json")));

        assertThat(topics)
                .extracting(topic -> topic.path("name").asText())
                .hasSameElementsAs(EVENTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    profile.identity.v1 | {}
                    profile.identity.v1 | {"person":"0eDk3p7GRiaCV9u2Wq1xBg","version":0}
                    profile.identity.v1 | {"person":"ann@shop.example","version":1}
                    profile.view.v1     | {"version":1,"identities":[],"traits":{}}
                    profile.event.v1    | {"eventId":"x"}
                    """)
    void contractTellsGoodFromBad(String event, String bad) {
        assertThatThrownBy(() -> new Contract(event).holdsFor(bad, bad))
                .isInstanceOf(AssertionError.class);
    }
}
