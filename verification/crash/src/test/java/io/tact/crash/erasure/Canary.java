package io.tact.crash.erasure;

import io.tact.localstack.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Somebody whose every value is a string that stands nowhere else.
 *
 * @param name of eight letters at least, part of all their values
 */
public record Canary(String name) {
    public static Canary draw(Random random) {
        return new Canary("canary%016x".formatted(random.nextLong()));
    }

    String customer() {
        return name + "-customer";
    }

    /** The secret of the browser. */
    String subject() {
        return name + "-subject-of-a-browser";
    }

    String anonymousId() {
        return TestTokens.anonymousId(subject());
    }

    Map<String, String> credentials(TestTokens tokens) {
        return Map.of(
                "Authorization",
                "Bearer " + tokens.customer(customer()),
                "Tact-Visitor",
                tokens.visitor(subject()));
    }

    List<String> identities() {
        return List.of("user_id:" + customer(), "anonymous_id:" + anonymousId());
    }

    /** Names a notice after the person, as a careless shop would. */
    String answer(boolean yes) {
        return "{\"answers\":{\"marketing\":%s,\"experience\":true},\"notice\":{\"id\":\"%s\",\"version\":\"1\",\"language\":\"en\"}}"
                .formatted(yes, name + "-notice");
    }
}
