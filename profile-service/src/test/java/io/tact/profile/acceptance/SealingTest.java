package io.tact.profile.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.profile.keeping.Answers.Awaited;
import io.tact.profile.keeping.Answers.Missing;
import io.tact.profile.log.Batch.LeftUndecided;
import io.tact.profile.source.Ground;
import io.tact.profile.source.Source;
import io.tact.profile.source.SourceKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Source WEB = new Source("web", SourceKind.BROWSER, Ground.CONSENT);
    private static final Source APP = new Source("app", SourceKind.BROWSER, Ground.CONSENT);

    private static final Awaited ANN_HAS_NO_LEASE =
            new Awaited(new IdentityKeys(SECRET).of(Identity.visitor("ann")), Missing.LEASE);

    private final ObjectMapper json = new ObjectMapper();
    private final Sealing sealing = new Sealing(SECRET, json);

    @Test
    void whatWasSealedComesOutAsItWentInAfterARestartToo() throws Exception {
        Delivery delivery = delivery();

        String sealed = seal(delivery);

        assertThat(new Sealing(SECRET, json).open(sealed, WEB, NOW)).isEqualTo(delivery);
    }

    @Test
    void nothingOfItCanBeReadAndNoTwoAreAlike() {
        String sealed = seal(delivery());
        var bytes = new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1);

        assertThat(bytes).doesNotContain("canary");
        assertThat(seal(delivery())).isNotEqualTo(sealed);
    }

    @Test
    void noOtherSourceNoOtherSecretAndNoDamageOpensIt() {
        String sealed = seal(delivery());
        byte[] damaged = Base64.getDecoder().decode(sealed);
        damaged[damaged.length - 1] ^= 1;

        assertThatThrownBy(() -> sealing.open(sealed, APP, NOW))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new Sealing(SECRET + "!", json).open(sealed, WEB, NOW))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(
                        () -> sealing.open(Base64.getEncoder().encodeToString(damaged), WEB, NOW))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void rowSaysForWhomItWaits() {
        Delivery delivery = delivery();

        var row =
                sealing.seal(
                        delivery,
                        List.of(new LeftUndecided(delivery.bodies().get(0), ANN_HAS_NO_LEASE)));

        assertThat(row.source()).isEqualTo("web");
        assertThat(row.awaits()).isEqualTo(ANN_HAS_NO_LEASE.of().value());
        assertThat(row.missing()).isEqualTo("lease");
    }

    private String seal(Delivery delivery) {
        return sealing.seal(
                        delivery,
                        delivery.bodies().stream()
                                .map(body -> new LeftUndecided(body, ANN_HAS_NO_LEASE))
                                .toList())
                .sealed();
    }

    private Delivery delivery() {
        return new Delivery(
                WEB,
                "track",
                null,
                List.of(json.createObjectNode().put("anonymousId", "canary")),
                NOW,
                "request-1",
                List.of(),
                true);
    }
}
