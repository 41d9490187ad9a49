package io.tact.consent.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdentityKeysTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void keyIsTheHmacOfTypeAndValue() {
        // printf 'user_id:4711' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        // -binary | basenc --base64url
        assertThat(new IdentityKeys(SECRET).of(Identity.customer("4711")).value())
                .isEqualTo("nYPaySCfmxyodIKuXS4WG9J-BG-2n7g3L_cRhuxLfK8");
    }

    @Test
    void anotherSecretAnotherTypeAnotherValueIsAnotherKey() {
        var keys = new IdentityKeys(SECRET);
        IdentityKey key = keys.of(Identity.customer("4711"));

        assertThat(keys.of(Identity.visitor("4711"))).isNotEqualTo(key);
        assertThat(keys.of(Identity.customer("4712"))).isNotEqualTo(key);
        assertThat(new IdentityKeys(SECRET + "!").of(Identity.customer("4711"))).isNotEqualTo(key);
    }

    @Test
    void shortSecretIsRefusedByTheNameOfItsSetting() {
        assertThatThrownBy(() -> new IdentityKeys(SECRET.substring(1)))
                .hasMessageContaining("TACT_INSTALLATION_SECRET")
                .hasMessageContaining("31");
    }

    @Test
    void neitherIdentityNorKeyPrintsWhole() {
        Identity ann = Identity.customer("ann@shop.example");

        assertThat(ann.toString()).doesNotContain("ann@");
        assertThat(new IdentityKeys(SECRET).of(ann).toString()).hasSize(9);
    }
}
