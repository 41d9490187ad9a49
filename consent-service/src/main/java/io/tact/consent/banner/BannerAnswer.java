package io.tact.consent.banner;

import io.tact.consent.answer.Statement;
import io.tact.consent.answer.StatementPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person said to somebody else's banner.
 *
 * @param answers by the name of the purpose
 * @param sent the whole request, by which a repeated one is known
 */
public record BannerAnswer(Map<String, Boolean> answers, Optional<Instant> givenAt, String sent) {
    public BannerAnswer {
        answers = Map.copyOf(answers);
    }

    Statement statement(boolean privacySignal) {
        return new Statement(
                StatementPolicy.optional(answers), privacySignal, givenAt, Optional.empty());
    }
}
