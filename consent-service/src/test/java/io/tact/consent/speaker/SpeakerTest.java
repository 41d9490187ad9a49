package io.tact.consent.speaker;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.speaker.Speaker.Account;
import io.tact.consent.speaker.Speaker.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private static final Instant LOGIN = Instant.parse("2026-06-01T12:00:00Z");

    private final IdentityKey browser = key('b');
    private final IdentityKey account = key('a');
    private final Speaker both = speaker(false);

    @Test
    void whatIsSaidAfterTheLoginIsSaidByBoth() {
        Statement said = said(LOGIN, Map.of(MARKETING, true, EXPERIENCE, false));

        assertThat(both.parts(said, true))
                .containsExactly(new Part(List.of(account, browser), said));
    }

    @Test
    void yesFromBeforeTheLoginIsTheBrowsersAlone() {
        Statement said = said(LOGIN.minusMillis(1), Map.of(MARKETING, true, EXPERIENCE, false));

        assertThat(both.parts(said, true))
                .containsExactly(
                        new Part(
                                List.of(account),
                                said(LOGIN.minusMillis(1), Map.of(EXPERIENCE, false))),
                        new Part(List.of(browser), said));
        assertThat(both.parts(said(LOGIN.minusMillis(1), Map.of(MARKETING, true)), true))
                .extracting(Part::keys)
                .containsExactly(List.of(browser));
    }

    @Test
    void objectionFromBeforeTheLoginIsTheAccountsAsWellAndTakingItBackIsNot() {
        assertThat(both.parts(objection(true), true)).hasSize(2);
        assertThat(both.parts(objection(false), true))
                .extracting(Part::keys)
                .containsExactly(List.of(browser));
    }

    @Test
    void accountWithoutABrowserIsBelievedInWhatItSaidEarlier() {
        var app = new Speaker(List.of(), both.account());
        Statement said = said(LOGIN.minusSeconds(60), Map.of(MARKETING, true));

        assertThat(app.parts(said, false)).containsExactly(new Part(List.of(account), said));
    }

    @Test
    void whoeverIsTooYoungSaysNo() {
        assertThat(
                        speaker(true)
                                .parts(
                                        said(LOGIN, Map.of(MARKETING, true, EXPERIENCE, false)),
                                        true))
                .containsExactly(
                        new Part(
                                List.of(account, browser),
                                said(LOGIN, Map.of(MARKETING, false, EXPERIENCE, false))));
    }

    private Speaker speaker(boolean tooYoung) {
        return new Speaker(List.of(browser), Optional.of(new Account(account, LOGIN, tooYoung)));
    }

    private static Statement said(Instant at, Map<Purpose, Boolean> answers) {
        return new Statement(answers, false, Optional.of(at), Optional.empty());
    }

    private static Statement objection(boolean made) {
        return new Statement(
                Map.of(),
                false,
                Optional.of(LOGIN.minusMillis(1)),
                Optional.empty(),
                Optional.of(made));
    }

    private static IdentityKey key(char letter) {
        return new IdentityKey(String.valueOf(letter).repeat(43));
    }
}
