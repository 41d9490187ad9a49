package io.tact.consent.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a yes count no more, though nobody took it back. */
public record Validity(Retention retention, Widened widened) {

    /** What is over by now, each with its own reason. */
    public List<Lapsed> over(Answers answers, Instant now) {
        return Stream.of(widened.over(answers, now), retention.over(answers, now))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What of these answers counts now, whether the end of a yes was recorded yet or not. */
    public Answers counting(Answers answers, Instant now) {
        Answers counting = answers;
        for (Lapsed lapsed : over(answers, now)) {
            counting = counting.after(lapsed, now);
        }
        return counting;
    }
}
