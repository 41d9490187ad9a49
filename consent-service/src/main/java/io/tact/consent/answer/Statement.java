package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import io.tact.consent.purpose.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person said in one request.
 *
 * @param answers yes or no to each purpose, as it was said
 * @param privacySignal the request carried {@code Sec-GPC: 1}
 * @param givenAt when it was said, by the client's clock
 * @param notice the text that was shown
 */
public record Statement(
        Map<Purpose, Boolean> answers,
        boolean privacySignal,
        Optional<Instant> givenAt,
        Optional<Notice> notice) {

    public Statement {
        answers = Map.copyOf(answers);
    }

    /** Nothing but the browser's own "no". */
    public static Statement signalOnly() {
        return new Statement(Map.of(), true, Optional.empty(), Optional.empty());
    }

    /** What counts of it: under the signal a yes to marketing is a no, and so is a standing one. */
    Map<Purpose, Boolean> asHeard(Answers standing) {
        boolean asked = answers.containsKey(Purpose.MARKETING);
        if (!privacySignal || !(asked || standing.grant(Purpose.MARKETING))) {
            return answers;
        }
        var heard = new HashMap<>(answers);
        heard.put(Purpose.MARKETING, false);
        return heard;
    }
}
