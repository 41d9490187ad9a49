package io.tact.consent.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRecordTest {
    private static final Instant RECORDED = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void exampleOfItsOwnerIsUnderstood() throws IOException {
        String example =
                Files.readString(
                        Path.of(
                                "../profile-service/contracts/events/examples/profile.identity.v1.json"));

        assertThat(IdentityRecord.read(example, RECORDED))
                .map(IdentityRecord::firstSeenAt)
                .hasValue(Instant.parse("2026-11-26T09:14:03.271846Z"));
    }

    @Test
    void whatIsNewInItDoesNotMatter() {
        assertThat(
                        IdentityRecord.read(
                                "{\"person\":\"p\",\"version\":3,\"since\":{\"a\":[1]}}", RECORDED))
                .as("seen when it was recorded, since it does not say")
                .hasValue(new IdentityRecord("p", 3, RECORDED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"person\":\"p\"}",
                "{\"version\":1}",
                "{\"person\":null,\"version\":1}",
                "{\"person\":\" \",\"version\":1}",
                "{\"person\":\"p\",\"version\":0}",
                "{\"person\":\"p\",\"version\":1,\"firstSeenAt\":\"lately\"}",
                "{\"person\":\"p\",\"version\":"
            })
    void whatSaysNobodyLinksNobody(String value) {
        assertThat(IdentityRecord.read(value, RECORDED)).isEmpty();
    }
}
