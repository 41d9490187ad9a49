package io.tact.consent.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tact.localstack.keys.RsaKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this service refuses to start with, each by the name of its setting. */
class SigningKeyTest {
    private static RsaKey key;
    private static RsaKey other;

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path folder;

    @BeforeAll
    static void drawKeys() {
        key = RsaKey.generate();
        other = RsaKey.generate();
    }

    @Test
    void keyWithItsPublicHalfUnderItsIdIsLoaded() throws IOException {
        SigningKey loaded = SigningKey.load(pem(key), key.id(), publicKeys(other, key));

        assertThat(loaded.id()).isEqualTo(key.id());
    }

    @Test
    void missingPrivateKeyIsNamed() {
        assertThatThrownBy(() -> SigningKey.load(folder.resolve("none"), key.id(), publicKeys(key)))
                .hasMessageStartingWith("TACT_VISITOR_PRIVATE_KEY")
                .hasMessageContaining("cannot read");
    }

    @Test
    void unreadablePrivateKeyIsNamedAndNotRepeated() throws IOException {
        Path file = Files.writeString(folder.resolve("private.pem"), "c2VjcmV0");

        assertThatThrownBy(() -> SigningKey.load(file, key.id(), publicKeys(key)))
                .hasMessageStartingWith("TACT_VISITOR_PRIVATE_KEY")
                .hasMessageContaining("not an RSA key")
                .message()
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void weakPrivateKeyIsNamed() throws Exception {
        RsaKey weak = weak();

        assertThatThrownBy(() -> SigningKey.load(pem(weak), weak.id(), publicKeys(weak)))
                .hasMessageStartingWith("TACT_VISITOR_PRIVATE_KEY")
                .hasMessageContaining("1024");
    }

    @Test
    void keyThatTheOthersDoNotKnowIsNamed() throws IOException {
        Path pem = pem(key);

        assertThatThrownBy(() -> SigningKey.load(pem, key.id(), publicKeys(other)))
                .hasMessageStartingWith("TACT_VISITOR_KEYS")
                .hasMessageContaining("TACT_VISITOR_KEY_ID");
    }

    @Test
    void keyUnderTheIdOfAnotherIsNamed() throws IOException {
        Path pem = pem(key);

        assertThatThrownBy(() -> SigningKey.load(pem, other.id(), publicKeys(key, other)))
                .hasMessageStartingWith("TACT_VISITOR_KEYS");
    }

    @Test
    void missingOrUnreadableKeySetIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "not a key set");

        assertThatThrownBy(() -> PublicKeys.load(folder.resolve("none")))
                .hasMessageStartingWith("TACT_VISITOR_KEYS");
        assertThatThrownBy(() -> PublicKeys.load(file)).hasMessageStartingWith("TACT_VISITOR_KEYS");
    }

    private Path pem(RsaKey which) throws IOException {
        return Files.writeString(folder.resolve("private.pem"), which.toPem());
    }

    private PublicKeys publicKeys(RsaKey... which) throws IOException {
        return PublicKeys.load(
                Files.writeString(folder.resolve("keys.json"), RsaKey.keySet(List.of(which))));
    }

    private static RsaKey weak() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1_024);
        return new RsaKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    }
}
