package io.tact.proof.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.proof.entry.Erased;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final byte[] BODY = "{\"said\":{\"marketing\":false}}".getBytes(UTF_8);

    private final MasterKey master = new MasterKey(secret(), RANDOM);
    private final WrappedKey wrapped = master.draw(ANN);
    private final PersonKey key = master.unwrap(wrapped).orElseThrow();

    @Test
    void personsKeyIsHadAgainFromItsWrapping() {
        byte[] sealed = key.encrypt(1, BODY);

        assertThat(master.unwrap(wrapped).orElseThrow().decrypt(1, sealed)).hasValue(BODY);
        assertThat(master.unwrap(wrapped).orElseThrow().nonce(1)).isEqualTo(key.nonce(1));
    }

    @Test
    void wrappedKeyIsOfOnePersonAndOneMaster() {
        assertThat(new MasterKey(secret(), RANDOM).unwrap(wrapped)).isEmpty();
        assertThat(master.unwrap(new WrappedKey(BOB, wrapped.bytes()))).isEmpty();
        assertThat(master.unwrap(new WrappedKey(ANN, new byte[0]))).isEmpty();
        assertThat(master.unwrap(new WrappedKey(ANN, new byte[60]))).isEmpty();
    }

    @Test
    void bodyOpensForItsPersonAndVersionOnly() {
        byte[] sealed = key.encrypt(1, BODY);
        PersonKey bobs = master.unwrap(master.draw(BOB)).orElseThrow();

        assertThat(key.decrypt(2, sealed)).isEmpty();
        assertThat(bobs.decrypt(1, sealed)).isEmpty();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(key.decrypt(1, changed)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void sameBodyIsNeverSealedTheSameWay() {
        assertThat(key.encrypt(1, BODY)).isNotEqualTo(key.encrypt(1, BODY));
    }

    @Test
    void noncesOfVersionsAndPersonsDiffer() {
        PersonKey bobs = master.unwrap(master.draw(BOB)).orElseThrow();

        assertThat(key.nonce(1)).hasSize(32).isNotEqualTo(key.nonce(2));
        assertThat(key.nonce(1)).isNotEqualTo(bobs.nonce(1));
    }

    @Test
    void sealTellsItsPartsApart() {
        byte[] seal = master.seal("ab", "c");

        assertThat(master.sealed(seal, "ab", "c")).isTrue();
        assertThat(master.sealed(seal, "a", "bc")).isFalse();
        assertThat(master.sealed(seal, "abc")).isFalse();
        assertThat(master.sealed(seal, "ab", "c", "")).isFalse();
        assertThat(new MasterKey(secret(), RANDOM).sealed(seal, "ab", "c")).isFalse();
    }

    @Test
    void leafIsSealedByItsMasterAlone() {
        var leaf = new Erased(Instant.EPOCH, Optional.empty(), List.of(1L));
        SealedLeaf sealed = SealedLeaf.of(leaf, master);

        assertThat(sealed.isGenuine(master)).isTrue();
        assertThat(sealed.isGenuine(new MasterKey(secret(), RANDOM))).isFalse();
        byte[] other = new Erased(Instant.EPOCH, Optional.empty(), List.of(2L)).toBytes();
        assertThat(new SealedLeaf(other, sealed.seal()).isGenuine(master)).isFalse();
    }

    @Test
    void nothingShowsAKey() {
        assertThat(master).hasToString("the master key");
        assertThat(key).hasToString("the key of " + ANN);
        assertThat(wrapped).hasToString("the wrapped key of " + ANN);
        assertThatThrownBy(() -> new MasterKey(new byte[16], RANDOM)).hasMessageContaining("16");
    }

    private static byte[] secret() {
        byte[] secret = new byte[MasterKey.BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }
}
