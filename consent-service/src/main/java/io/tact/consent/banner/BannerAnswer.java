package io.tact.consent.banner;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** What of it refuses. */
    BannerAnswer refusals() {
        return new BannerAnswer(
                answers.entrySet().stream()
                        .filter(said -> !said.getValue())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                givenAt,
                sent);
    }
}
