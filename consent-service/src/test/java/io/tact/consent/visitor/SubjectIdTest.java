package io.tact.consent.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SubjectIdTest {
    @Test
    void visitorIsTheHashOfTheSecret() {
        // printf 'tact-anonymous:a-subject-id-of-22-chars' | openssl dgst -sha256 -binary |
        // basenc --base64url | cut -c 1-22
        assertThat(new SubjectId("a-subject-id-of-22-chars").visitor().value())
                .isEqualTo("QeToPBRPKj3Og9kITC-ONM");
    }

    @Test
    void twentyTwoCharactersAreEnoughAndOneLessIsNot() {
        assertThat(SubjectId.parse("a".repeat(21))).isEmpty();
        assertThat(SubjectId.parse("a".repeat(22))).isPresent();
        assertThat(SubjectId.parse("a".repeat(128))).isPresent();
        assertThat(SubjectId.parse("a".repeat(129))).isEmpty();
    }

    @Test
    void onlyBase64urlCharactersCount() {
        assertThat(SubjectId.parse("a".repeat(21) + "+")).isEmpty();
        assertThat(SubjectId.parse("a".repeat(22) + "=")).isEmpty();
        assertThat(SubjectId.parse("a".repeat(22) + "\n")).isEmpty();
        assertThat(SubjectId.parse("")).isEmpty();
    }

    @Test
    void generatedOnesAreValidAndDiffer() {
        var random = new SecureRandom();

        assertThat(SubjectId.generate(random)).isNotEqualTo(SubjectId.generate(random));
    }

    @Test
    void secretIsNeverPrinted() {
        String secret = "secret-secret-secret-secret";

        assertThat(new SubjectId(secret).toString()).doesNotContain("secret");
        assertThatThrownBy(() -> new SubjectId("secret")).message().doesNotContain("secret");
    }
}
