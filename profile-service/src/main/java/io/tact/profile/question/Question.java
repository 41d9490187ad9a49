package io.tact.profile.question;

import io.tact.consent.client.Purpose;
import io.tact.profile.question.AnswerType.Choice;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What customers are asked.
 *
 * @param name of the trait that an answer tells
 * @param why we ask
 * @param benefit what you get
 * @param benefitNeeds the purposes without which there is no benefit
 * @param purpose the only one for which an answer is kept
 * @param category that the question declares of itself, in free words
 * @param keepFor after these days the answer ends, and is asked for again
 * @param askAgainAfterSkip not before so many days
 */
public record Question(
        String name,
        Wording text,
        Wording why,
        Wording benefit,
        Set<Purpose> benefitNeeds,
        Purpose purpose,
        Optional<String> category,
        AnswerType answer,
        Period keepFor,
        int askAgainAfterSkip) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final int LONGEST_CATEGORY = 100;
    private static final int MOST_DAYS = 3_650;
    private static final Set<Purpose> ORDINARY =
            Set.of(
                    Purpose.FUNCTIONALITY,
                    Purpose.MEASUREMENT,
                    Purpose.EXPERIENCE,
                    Purpose.MARKETING);

    public Question {
        require(NAME.matcher(name).matches(), "A name is a-z, 0-9 and _, at most 64", name);
        require(
                purpose.isSensitive() || ORDINARY.contains(purpose),
                "purpose is functionality, measurement, experience, marketing or sensitive:<category>",
                purpose);
        require(
                category.stream().noneMatch(it -> it.isBlank() || it.length() > LONGEST_CATEGORY),
                "category has 1 to 100 characters",
                category.orElse(""));
        require(
                keepFor.toTotalMonths() == 0 && isDays(keepFor.getDays()),
                "keepFor is a period of days, P1D to P3650D",
                keepFor);
        require(
                isDays(askAgainAfterSkip),
                "askAgainAfterSkip is 1 to 3650 days",
                askAgainAfterSkip);
        benefitNeeds = Set.copyOf(benefitNeeds);
    }

    /** Whether the benefit depends on a consent that has nothing to do with the answer. */
    boolean benefitIsTied() {
        return !benefitNeeds.isEmpty() && !benefitNeeds.equals(Set.of(purpose));
    }

    /** Whatever in it may say that it is about something protected. */
    Stream<String> words() {
        return Stream.of(
                        Stream.of(purpose.name(), name, text.en(), text.de()),
                        category.stream(),
                        answer instanceof Choice choice
                                ? choice.options().stream().flatMap(Question::words)
                                : Stream.<String>empty())
                .flatMap(words -> words);
    }

    private static Stream<String> words(AnswerType.Option option) {
        return Stream.of(option.value(), option.label().en(), option.label().de());
    }

    /** When an answer of now ends. */
    public Instant keptUntil(Instant now) {
        return now.plus(keepFor);
    }

    /** Until when somebody who skips it now is not asked again. */
    public Instant notAskedUntil(Instant now) {
        return now.plus(Period.ofDays(askAgainAfterSkip));
    }

    private static boolean isDays(int days) {
        return days >= 1 && days <= MOST_DAYS;
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
