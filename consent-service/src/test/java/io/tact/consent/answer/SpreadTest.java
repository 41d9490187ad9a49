package io.tact.consent.answer;

import static io.tact.consent.client.Purpose.EXPERIENCE;
import static io.tact.consent.client.Purpose.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<Purpose> PURPOSES = List.of(MARKETING, EXPERIENCE);

    private final IdentityKey account = key('a');
    private final IdentityKey phone = key('p');
    private final IdentityKey desk = key('d');

    @Test
    void noGoesToEverybodyWhoSaidYesBeforeOrNothing() {
        Said refused = said(account, Map.of(MARKETING, standing(Answer.REFUSED, 10)));
        Said granted = said(phone, Map.of(MARKETING, standing(Answer.GRANTED, 5)));

        List<Spread> spreads =
                Spread.among(List.of(account, phone, desk), List.of(refused, granted));

        assertThat(spreads).extracting(Spread::to).containsExactlyInAnyOrder(phone, desk);
        assertThat(spreads)
                .allSatisfy(
                        spread -> {
                            assertThat(spread.change().from()).isEqualTo(refused.pseudonym());
                            assertThat(spread.change().version()).isEqualTo(refused.version());
                        });
    }

    @Test
    void yesGoesNowhere() {
        Said granted = said(account, Map.of(MARKETING, standing(Answer.GRANTED, 10)));

        assertThat(Spread.among(List.of(account, phone), List.of(granted))).isEmpty();
    }

    @Test
    void objectionGoesBeforeALaterRefusal() {
        Said objected = said(account, Map.of(MARKETING, standing(Answer.OBJECTED, 10)));
        Said refused = said(desk, Map.of(MARKETING, standing(Answer.REFUSED, 20)));

        assertThat(Spread.among(List.of(account, phone, desk), List.of(objected, refused)))
                .singleElement()
                .satisfies(
                        spread -> {
                            assertThat(spread.to()).isEqualTo(phone);
                            assertThat(spread.change().from()).isEqualTo(objected.pseudonym());
                        });
    }

    @Test
    void noesOfTwoArePassedOnEachUnderItsOwnName() {
        Said one = said(account, Map.of(MARKETING, standing(Answer.REFUSED, 10)));
        Said other = said(desk, Map.of(EXPERIENCE, standing(Answer.WITHDRAWN, 10)));

        assertThat(Spread.among(List.of(phone, account, desk), List.of(one, other)))
                .filteredOn(spread -> spread.to().equals(phone))
                .extracting(spread -> spread.change().from())
                .containsExactlyInAnyOrder(one.pseudonym(), other.pseudonym());
    }

    /** In whatever state a person is: afterwards nothing is left, no yes was made, no no taken. */
    @Test
    void afterOnceThereIsNothingLeftToExtend() {
        long seed = Long.getLong("tact.seed", System.nanoTime());
        System.out.println("SpreadTest: -Dtact.seed=" + seed);
        var random = new Random(seed);
        for (int history = 0; history < 2_000; history++) {
            List<IdentityKey> person = List.of(account, phone, desk);
            Map<IdentityKey, Said> before = draw(person, random);

            Map<IdentityKey, Said> after = spread(person, before);

            assertThat(Spread.among(person, after.values())).as("seed %d", seed).isEmpty();
            for (IdentityKey key : person) {
                Answers was = answers(before, key);
                Answers is = answers(after, key);
                for (Purpose purpose : PURPOSES) {
                    assertThat(is.grant(purpose) && !was.grant(purpose)).isFalse();
                    assertThat(isNo(was, purpose) && !isNo(is, purpose)).isFalse();
                }
            }
        }
    }

    private static Map<IdentityKey, Said> spread(
            List<IdentityKey> person, Map<IdentityKey, Said> before) {
        var after = new HashMap<>(before);
        for (Spread spread : Spread.among(person, before.values())) {
            after.put(
                    spread.to(),
                    new Said(
                            spread.to(),
                            UUID.randomUUID(),
                            2,
                            answers(after, spread.to())
                                    .after(spread.change(), NOON.plusSeconds(1_000))));
        }
        return after;
    }

    private static Map<IdentityKey, Said> draw(List<IdentityKey> person, Random random) {
        var said = new HashMap<IdentityKey, Said>();
        for (IdentityKey key : person) {
            var standing = new HashMap<Purpose, StandingAnswer>();
            for (Purpose purpose : PURPOSES) {
                int answer = random.nextInt(Answer.values().length + 1);
                if (answer < Answer.values().length) {
                    standing.put(purpose, standing(Answer.values()[answer], random.nextInt(5)));
                }
            }
            if (!standing.isEmpty()) {
                said.put(key, said(key, standing));
            }
        }
        return said;
    }

    private static Answers answers(Map<IdentityKey, Said> said, IdentityKey key) {
        Said one = said.get(key);
        return one == null ? Answers.NONE : one.answers();
    }

    private static boolean isNo(Answers answers, Purpose purpose) {
        return answers.to(purpose).filter(standing -> standing.answer().isNo()).isPresent();
    }

    private static Said said(IdentityKey key, Map<Purpose, StandingAnswer> standing) {
        return new Said(key, UUID.randomUUID(), 1, new Answers(standing));
    }

    private static StandingAnswer standing(Answer answer, int seconds) {
        return new StandingAnswer(answer, NOON.plusSeconds(seconds));
    }

    private static IdentityKey key(char letter) {
        return new IdentityKey(String.valueOf(letter).repeat(43));
    }
}
