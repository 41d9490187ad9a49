package io.tact.profile.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where clients put their write key. One that is hidden behind stars is none. */
final class GivenWriteKey {
    private static final String BASIC = "Basic ";

    private GivenWriteKey() {}

    /** From the user name of Basic authentication, or {@code X-Write-Key}. */
    static Optional<String> inHeaders(HttpHeaders headers) {
        return basic(headers)
                .or(() -> Optional.ofNullable(headers.getHeaderString("X-Write-Key")))
                .filter(GivenWriteKey::isOne);
    }

    /** From the address, where a client can send no headers. */
    static Optional<String> inQuery(@Nullable String key) {
        return Optional.ofNullable(key).filter(GivenWriteKey::isOne);
    }

    static Optional<String> inBody(JsonNode body) {
        return Optional.ofNullable(body.path("writeKey").textValue()).filter(GivenWriteKey::isOne);
    }

    private static boolean isOne(String key) {
        return !key.isBlank() && !key.endsWith("***");
    }

    private static Optional<String> basic(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String credentials =
                    new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                            UTF_8);
            int colon = credentials.indexOf(':');
            return Optional.of(colon < 0 ? credentials : credentials.substring(0, colon));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
