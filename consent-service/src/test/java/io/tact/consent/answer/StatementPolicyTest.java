package io.tact.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.answer.Objection.ImplausibleTime;
import io.tact.consent.answer.Objection.NecessaryRefused;
import io.tact.consent.answer.Objection.NothingSaid;
import io.tact.consent.answer.Objection.UnknownPurpose;
import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementPolicyTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final StatementPolicy policy =
            new StatementPolicy(List.of(Purpose.NECESSARY, Purpose.EXPERIENCE));

    @Test
    void purposeThatNobodyIsAskedForCannotBeAnswered() {
        assertThat(objection(Map.of("marketing", true))).hasValue(new UnknownPurpose("marketing"));
        assertThat(objection(Map.of("Not a purpose!", true)))
                .hasValue(new UnknownPurpose("Not a purpose!"));
    }

    @Test
    void necessaryCanBeRepeatedButNotRefused() {
        assertThat(objection(Map.of("necessary", false, "experience", true)))
                .hasValue(new NecessaryRefused());
        assertThat(objection(Map.of("necessary", true, "experience", true))).isEmpty();
        assertThat(StatementPolicy.optional(Map.of("necessary", true, "experience", true)))
                .containsOnlyKeys(Purpose.EXPERIENCE);
    }

    @Test
    void sayingNothingOptionalIsSayingNothing() {
        assertThat(objection(Map.of())).hasValue(new NothingSaid());
        assertThat(objection(Map.of("necessary", true))).hasValue(new NothingSaid());
    }

    @Test
    void objectingToDirectMarketingIsSayingSomething() {
        assertThat(policy.objection(Map.of(), true, Optional.empty(), NOON)).isEmpty();
    }

    @Test
    void clockMayBeFiveMinutesAheadAndNoMore() {
        assertThat(objectionAt(NOON.plusSeconds(300))).isEmpty();
        assertThat(objectionAt(NOON.plusSeconds(300).plusNanos(1)))
                .containsInstanceOf(ImplausibleTime.class);
    }

    @Test
    void lateAnswersAreWelcomeButNotFromBeforeTheWebAsked() {
        assertThat(objectionAt(StatementPolicy.EARLIEST)).isEmpty();
        assertThat(objectionAt(StatementPolicy.EARLIEST.minusNanos(1)))
                .containsInstanceOf(ImplausibleTime.class);
        assertThat(objectionAt(Instant.MIN)).containsInstanceOf(ImplausibleTime.class);
    }

    private Optional<Objection> objection(Map<String, Boolean> answers) {
        return policy.objection(answers, false, Optional.empty(), NOON);
    }

    private Optional<Objection> objectionAt(Instant givenAt) {
        return policy.objection(Map.of("experience", true), false, Optional.of(givenAt), NOON);
    }
}
