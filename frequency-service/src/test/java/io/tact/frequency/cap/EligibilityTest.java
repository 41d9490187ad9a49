package io.tact.frequency.cap;

import static io.tact.frequency.cap.Histories.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private static final int HISTORIES = 5_000;
    private static final List<Label> LABELS =
            List.of(Label.campaign("a"), Label.campaign("b"), Label.product("tent-1"));
    private static final List<String> WINDOWS =
            List.of("PT1S", "PT10S", "PT59S", "PT60S", "PT61S", "PT5M", "lifetime", "session");

    @Test
    void atTheNamedInstantItIsAllowedAndAMillisecondEarlierItIsNot() {
        long seed = System.nanoTime();
        System.out.println("EligibilityTest seed " + seed);
        var random = new Random(seed);
        int explained = 0;
        for (int round = 0; round < HISTORIES; round++) {
            History history = history(random);
            List<Contender> contenders =
                    IntStream.rangeClosed(0, random.nextInt(3))
                            .mapToObj(number -> contender(random))
                            .toList();

            Choice choice = CapDecision.choose(contenders, history, NOON);

            if (choice instanceof Choice.Nobody nobody && nobody.refusal().eligible().isPresent()) {
                long eligible = nobody.refusal().eligible().getAsLong();
                assertThat(CapDecision.choose(contenders, history, eligible - 1))
                        .as("seed %s round %s", seed, round)
                        .isInstanceOf(Choice.Nobody.class);
                assertThat(CapDecision.choose(contenders, history, eligible))
                        .as("seed %s round %s", seed, round)
                        .isInstanceOf(Choice.Chosen.class);
                explained++;
            }
        }
        assertThat(explained).as("refusals that end").isGreaterThan(HISTORIES / 20);
    }

    private static History history(Random random) {
        Sitting sitting =
                Sitting.of(NOON - random.nextInt(7_200_000), NOON - random.nextInt(1_900_000), 3);
        var impressions = new ArrayList<Impression>();
        for (int number = random.nextInt(9); number > 0; number--) {
            impressions.add(
                    new Impression(
                            ImpressionId.of(NOON - random.nextInt(90_000), number),
                            Set.of(Label.GLOBAL, LABELS.get(random.nextInt(LABELS.size()))),
                            random.nextBoolean() ? sitting.mark() : 0,
                            random.nextInt(3) == 0,
                            random.nextInt(4) == 0));
        }
        return new History(impressions, List.of(), Optional.of(sitting));
    }

    private static Contender contender(Random random) {
        Label label = LABELS.get(random.nextInt(LABELS.size()));
        var caps = new ArrayList<Cap>();
        for (int number = random.nextInt(4); number > 0; number--) {
            caps.add(
                    new Cap(
                            new CapRule(
                                    "test/" + number,
                                    new LabelPattern(label.value()),
                                    1 + random.nextInt(4),
                                    Window.parse(WINDOWS.get(random.nextInt(WINDOWS.size())))),
                            random.nextBoolean() ? label : Label.GLOBAL,
                            random.nextInt(4) == 0));
        }
        return new Contender(Set.of(Label.GLOBAL, label), caps);
    }
}
