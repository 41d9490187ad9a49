package io.tact.consent.answer;

import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever order, the last word wins, by a model of three lines. */
class AnswersOrderTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void stateIsWhatTheLatestWordSaysAndTiesRefuse() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Answers answers = Answers.NONE;
            List<Word> words = new ArrayList<>();
            for (int second = 1; second <= 12; second++) {
                Instant recordedAt = NOON.plusSeconds(second);
                Instant givenAt = NOON.plusSeconds(random.nextInt(16));
                boolean yes = random.nextBoolean();
                answers =
                        answers.after(
                                yes
                                        ? AnswersTest.yes(MARKETING, givenAt)
                                        : AnswersTest.no(MARKETING, givenAt),
                                recordedAt);
                words.add(
                        new Word(yes, yes && givenAt.isBefore(recordedAt) ? givenAt : recordedAt));

                assertThat(answers.grant(MARKETING))
                        .as("seed %d, round %d, after %s", seed, round, words)
                        .isEqualTo(model(words));
            }
        }
    }

    private static boolean model(List<Word> words) {
        Instant last = words.stream().map(Word::at).max(Instant::compareTo).orElseThrow();
        return words.stream().filter(word -> word.at.equals(last)).allMatch(Word::yes);
    }

    private record Word(boolean yes, Instant at) {}
}
