package io.tact.localstack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class JwtTest {
    private final RsaKey key = RsaKey.generate();

    @Test
    void aForeignLibraryVerifiesOurTokensWithOurKeySet() throws Exception {
        String token =
                Jwt.signed(
                        key, Map.of("sub", "Ann \"the\" \\ first\n", "roles", List.of("analyst")));

        var claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(
                                        new JsonWebKeySet(RsaKey.keySet(List.of(key)))
                                                .getJsonWebKeys()))
                        .build()
                        .processToClaims(token);

        assertThat(claims.getSubject()).isEqualTo("Ann \"the\" \\ first\n");
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("analyst");
    }

    @Test
    void aKeyIsTheSameAfterItWasWrittenAndRead() {
        RsaKey read = RsaKey.parse(key.toPem());

        assertThat(read).isEqualTo(key);
        assertThat(read.id()).isEqualTo(key.id());
    }

    @Test
    void jsonTextReadsBack() throws Exception {
        Map<String, Object> value =
                Map.of("text", "tab\tquote\"", "list", List.of(1, true), "map", Map.of("a", "ü"));

        Object read = new ObjectMapper().readValue(JsonText.of(value), Object.class);

        assertThat(read).isEqualTo(value);
    }
}
