package io.tact.consent.client.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.Identity;
import io.tact.consent.client.identity.IdentityKeys;
import io.tact.localstack.test.TestStack;
import io.tact.localstack.test.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VisitorTokensTest {
    private static final String SUBJECT = "a-subject-id-of-at-least-22";

    private static TestStack stack;
    private static TestTokens tokens;
    private static IdentityKeys keys;
    private static VisitorTokens visitors;

    @BeforeAll
    static void mountKeys() throws Exception {
        stack = TestStack.lease("consent-client");
        tokens = stack.tokens();
        keys = new IdentityKeys(stack.installationSecret());
        var config = new MountedKeys(stack.visitorKeysFile());
        visitors = new VisitorTokens(config, new VisitorKeys(config), keys);
    }

    @AfterAll
    static void endLease() {
        stack.close();
    }

    @Test
    void tokenProvesItsVisitorEveryTimeItIsShown() {
        String token = tokens.visitor(SUBJECT);
        Identity visitor = Identity.visitor(TestTokens.anonymousId(SUBJECT));

        for (int time = 0; time < 2; time++) {
            var proven = visitors.verify(token).orElseThrow().proven();
            assertThat(proven.identity()).isEqualTo(visitor);
            assertThat(proven.key()).isEqualTo(keys.of(visitor));
        }
    }

    @Test
    void expiredForeignUnsignedOrDamagedTokenProvesNothing() {
        String good = tokens.visitor(SUBJECT);
        int middle = good.indexOf('.') + 5;
        String flipped =
                good.substring(0, middle)
                        + (good.charAt(middle) == 'A' ? 'B' : 'A')
                        + good.substring(middle + 1);

        assertThat(visitors.verify(tokens.expiredVisitor(SUBJECT))).isEmpty();
        assertThat(visitors.verify(tokens.foreignVisitor(SUBJECT))).isEmpty();
        assertThat(visitors.verify(tokens.unsigned("ann"))).isEmpty();
        assertThat(visitors.verify(tokens.customer("ann"))).as("another issuer's").isEmpty();
        assertThat(visitors.verify(flipped)).isEmpty();
        assertThat(visitors.verify(tokens.malformed())).isEmpty();
        assertThat(visitors.verify("")).isEmpty();
        assertThat(visitors.verify("x".repeat(100_000))).isEmpty();
    }

    private record MountedKeys(Path keys) implements VisitorConfig {
        @Override
        public String issuer() {
            return "tact-consent";
        }

        @Override
        public String audience() {
            return "tact";
        }

        @Override
        public Duration cached() {
            return Duration.ofSeconds(60);
        }
    }
}
