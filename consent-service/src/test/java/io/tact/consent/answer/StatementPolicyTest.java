package io.tact.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.answer.Unrecordable.ImplausibleTime;
import io.tact.consent.answer.Unrecordable.NecessaryRefused;
import io.tact.consent.answer.Unrecordable.NothingSaid;
import io.tact.consent.answer.Unrecordable.UnknownPurpose;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementPolicyTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final StatementPolicy policy =
            StatementPolicy.of(List.of(Purpose.NECESSARY, Purpose.EXPERIENCE));

    @Test
    void purposeThatNobodyIsAskedForCannotBeAnswered() {
        assertThat(check(Map.of("marketing", true))).hasValue(new UnknownPurpose("marketing"));
        assertThat(check(Map.of("Not a purpose!", true)))
                .hasValue(new UnknownPurpose("Not a purpose!"));
    }

    @Test
    void necessaryCanBeRepeatedButNotRefused() {
        assertThat(check(Map.of("necessary", false, "experience", true)))
                .hasValue(new NecessaryRefused());
        assertThat(check(Map.of("necessary", true, "experience", true))).isEmpty();
        assertThat(StatementPolicy.optional(Map.of("necessary", true, "experience", true)))
                .containsOnlyKeys(Purpose.EXPERIENCE);
    }

    @Test
    void sayingNothingOptionalIsSayingNothing() {
        assertThat(check(Map.of())).hasValue(new NothingSaid());
        assertThat(check(Map.of("necessary", true))).hasValue(new NothingSaid());
    }

    @Test
    void objectingToDirectMarketingIsSayingSomething() {
        assertThat(policy.check(Map.of(), true, Optional.empty(), NOON)).isEmpty();
    }

    @Test
    void clockMayBeFiveMinutesAheadAndNoMore() {
        assertThat(checkAt(NOON.plusSeconds(300))).isEmpty();
        assertThat(checkAt(NOON.plusSeconds(300).plusNanos(1)))
                .containsInstanceOf(ImplausibleTime.class);
    }

    @Test
    void lateAnswersAreWelcomeButNotFromBeforeTheWebAsked() {
        assertThat(checkAt(StatementPolicy.EARLIEST)).isEmpty();
        assertThat(checkAt(StatementPolicy.EARLIEST.minusNanos(1)))
                .containsInstanceOf(ImplausibleTime.class);
        assertThat(checkAt(Instant.MIN)).containsInstanceOf(ImplausibleTime.class);
    }

    private Optional<Unrecordable> check(Map<String, Boolean> answers) {
        return policy.check(answers, false, Optional.empty(), NOON);
    }

    private Optional<Unrecordable> checkAt(Instant givenAt) {
        return policy.check(Map.of("experience", true), false, Optional.of(givenAt), NOON);
    }
}
