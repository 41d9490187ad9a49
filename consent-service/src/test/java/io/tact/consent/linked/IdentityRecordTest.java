package io.tact.consent.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRecordTest {
    @Test
    void exampleOfItsOwnerIsUnderstood() throws IOException {
        String example =
                Files.readString(
                        Path.of(
                                "../profile-service/contracts/events/examples/profile.identity.v1.json"));

        assertThat(IdentityRecord.read(example)).isPresent();
    }

    @Test
    void whatIsNewInItDoesNotMatter() {
        assertThat(IdentityRecord.read("{\"person\":\"p\",\"version\":3,\"since\":{\"a\":[1]}}"))
                .hasValue(new IdentityRecord("p", 3));
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
                "{\"person\":\"p\",\"version\":"
            })
    void whatSaysNobodyLinksNobody(String value) {
        assertThat(IdentityRecord.read(value)).isEmpty();
    }
}
