package io.tact.consent.together;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.identity.IdentityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Waiting<Change> waiting = new Waiting<>(Change::keys, 3);

    @Test
    void allThatWaitAreTakenTogetherUpToTheMost() {
        add("a 1", "b 1", "c 1", "d 1");

        assertThat(take()).containsExactly("a 1", "b 1", "c 1");
        assertThat(take()).containsExactly("d 1");
        assertThat(take()).isEmpty();
    }

    @Test
    void identityIsTakenOnceAndAgainWhenItIsDone() {
        add("a 1", "a 2", "b 1");

        List<Change> first = waiting.take();
        List<Change> meanwhile = waiting.take();
        waiting.done(first);

        assertThat(names(first)).containsExactly("a 1", "b 1");
        assertThat(meanwhile).isEmpty();
        assertThat(take()).containsExactly("a 2");
    }

    @Test
    void laterChangeNeverPassesAnEarlierOneOfAnIdentityThatTheyShare() {
        add("a 1");
        List<Change> first = waiting.take();
        add("a+b 2", "b 3", "c 1");

        List<Change> meanwhile = waiting.take();
        waiting.done(first);

        assertThat(names(meanwhile)).containsExactly("c 1");
        assertThat(take()).containsExactly("a+b 2");
    }

    @Test
    void anyOrderOfArrivalsAndEndsKeepsTheOrderOfEachIdentity() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var taken = new ArrayList<Change>();
        var running = new ArrayList<List<Change>>();
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(3) > 0) {
                String who = List.of("a", "b", "c", "a+b", "b+c").get(random.nextInt(5));
                add(who + " " + i);
            } else if (random.nextBoolean() || running.isEmpty()) {
                List<Change> together = waiting.take();
                taken.addAll(together);
                running.add(together);
            } else {
                waiting.done(running.remove(random.nextInt(running.size())));
            }
        }
        running.forEach(waiting::done);
        for (List<Change> rest = waiting.take(); !rest.isEmpty(); rest = waiting.take()) {
            taken.addAll(rest);
            waiting.done(rest);
        }

        for (String who : List.of("a", "b", "c")) {
            assertThat(
                            taken.stream()
                                    .filter(change -> change.keys().contains(key(who)))
                                    .map(change -> Integer.parseInt(change.name().split(" ")[1])))
                    .as("seed %d, %s", seed, who)
                    .isNotEmpty()
                    .isSorted();
        }
    }

    private void add(String... names) {
        for (String name : names) {
            waiting.add(new Change(name));
        }
    }

    private List<String> take() {
        return names(waiting.take());
    }

    private static List<String> names(List<Change> changes) {
        return changes.stream().map(Change::name).toList();
    }

    private static IdentityKey key(String who) {
        return new IdentityKey(who.repeat(43));
    }

    /** Named after whom it changes and its turn: {@code a+b 2}. */
    private record Change(String name) {
        List<IdentityKey> keys() {
            return List.of(name.split(" ")[0].split("\\+")).stream().map(WaitingTest::key).toList();
        }
    }
}
