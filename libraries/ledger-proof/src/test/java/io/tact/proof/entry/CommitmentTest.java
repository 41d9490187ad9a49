package io.tact.proof.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final byte[] NONCE = Arrays.copyOf("Jefe".getBytes(UTF_8), 32);

    /** A key that is filled up with zeros is the same key to HMAC: RFC 4231, test case 2. */
    @Test
    void isTheHmacOfTheStandard() {
        assertThat(Commitment.to(BODY, NONCE))
                .hasToString("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }

    @Test
    void opensWithWhatWasCommittedToAndNothingElse() {
        var commitment = Commitment.to(BODY, NONCE);
        byte[] otherBody = BODY.clone();
        otherBody[0] ^= 1;
        byte[] otherNonce = NONCE.clone();
        otherNonce[31] ^= 1;

        assertThat(commitment.opens(BODY, NONCE)).isTrue();
        assertThat(commitment.opens(otherBody, NONCE)).isFalse();
        assertThat(commitment.opens(BODY, otherNonce)).isFalse();
        assertThat(commitment.opens(BODY, Arrays.copyOf(NONCE, 31))).isFalse();
        assertThat(commitment.opens(BODY, Arrays.copyOf(NONCE, 33))).isFalse();
    }

    @Test
    void nonceOfAnotherLengthIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> Commitment.to(BODY, new byte[16])).hasMessageContaining("16");
    }
}
