package io.tact.crash.consents;

import io.tact.localstack.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody with credentials.
 *
 * @param alone proves one identity only, so that its own answers can be read
 */
record Speaker(Map<String, String> credentials, boolean alone) {
    boolean provesAllOf(Speaker other) {
        return credentials.entrySet().containsAll(other.credentials().entrySet());
    }

    /**
     * So many customers, as many visitors, and as many who are both: what these say meets what the
     * others say, at the same rows.
     */
    static List<Speaker> draw(TestTokens tokens, int each) {
        var speakers = new ArrayList<Speaker>();
        for (int i = 0; i < each; i++) {
            String bearer = "Bearer " + tokens.customer("crash-customer-" + i);
            String visitor = tokens.visitor(UUID.randomUUID().toString());
            speakers.add(new Speaker(Map.of("Authorization", bearer), true));
            speakers.add(new Speaker(Map.of("Tact-Visitor", visitor), true));
            speakers.add(
                    new Speaker(Map.of("Authorization", bearer, "Tact-Visitor", visitor), false));
        }
        return List.copyOf(speakers);
    }
}
