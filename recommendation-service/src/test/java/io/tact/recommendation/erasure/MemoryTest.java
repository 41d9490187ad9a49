package io.tact.recommendation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.consent.client.erasure.Erasure;
import io.tact.consent.client.erasure.Forgotten;
import io.tact.consent.client.erasure.SomebodyForgotten;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.recommendation.catalogue.Catalogue;
import io.tact.recommendation.catalogue.CatalogueEntry;
import io.tact.recommendation.catalogue.Goods;
import io.tact.recommendation.history.History;
import io.tact.recommendation.history.Preferences.Liked;
import io.tact.recommendation.log.LogUnderTest;
import io.tact.recommendation.log.LogUnderTest.Entry;
import io.tact.recommendation.model.Taught;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whoever is forgotten might as well never have been here. */
class MemoryTest {
    private static final Catalogue CATALOGUE =
            Catalogue.of(
                    Town.ITEMS.stream()
                            .map(item -> Goods.item(item, "type", "Outdoor", null))
                            .map(item -> new CatalogueEntry(item, 1))
                            .toList());

    private final Forgotten forgotten = new Forgotten();
    private final LogUnderTest log = new LogUnderTest(forgotten);
    private final Memory memory =
            new Memory(
                    forgotten, log.turns, log.histories, log.persons, log.preferences, log.stops);

    @RepeatedTest(20)
    void forgettingHalfLeavesWhatTheOthersAloneWouldHaveLeft(RepetitionInfo repetition) {
        Town town = town(repetition);
        Random random = new Random(repetition.getCurrentRepetition());
        log.read(shuffled(town.before, random)).read(town.after);

        forget(town.erasures);

        State expected = othersAlone(town);
        assertThat(State.of(log, town)).isEqualTo(expected);

        log.read(shuffled(together(town.before, town.after), random));
        assertThat(State.of(log, town)).as("after a replay of everything").isEqualTo(expected);

        memory.forget(town.erasures);
        assertThat(State.of(log, town)).as("after forgetting again").isEqualTo(expected);
    }

    @RepeatedTest(5)
    void whoWasForgottenBeforeTheLogIsReadIsNeverRemembered(RepetitionInfo repetition) {
        Town town = town(repetition);

        forget(town.erasures);
        log.read(
                shuffled(
                        together(town.before, town.after),
                        new Random(repetition.getCurrentRepetition())));

        assertThat(State.of(log, town)).isEqualTo(othersAlone(town));
    }

    @RepeatedTest(20)
    void nothingSlipsInWhileTheLogIsBeingRead(RepetitionInfo repetition)
            throws InterruptedException {
        Town town = town(repetition);
        Random random = new Random(repetition.getCurrentRepetition());
        List<Entry> twice = together(shuffled(town.before, random), shuffled(town.before, random));
        Thread reader = new Thread(() -> log.read(twice));
        reader.start();
        int some = random.nextInt(60);
        while (reader.isAlive() && log.histories.size() < some) {
            Thread.onSpinWait();
        }

        for (Erasure erasure : town.erasures) {
            forget(List.of(erasure));
        }
        reader.join();

        log.read(town.after);
        assertThat(State.of(log, town)).isEqualTo(othersAlone(town));
    }

    /** As the topic's reader does it: first everybody knows, then what is there goes. */
    private void forget(List<Erasure> erasures) {
        erasures.forEach(erasure -> SomebodyForgotten.add(forgotten, erasure));
        memory.forget(erasures);
    }

    private static Town town(RepetitionInfo repetition) {
        long seed = System.nanoTime() * 31 + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        return new Town(seed);
    }

    private static State othersAlone(Town town) {
        return State.of(
                new LogUnderTest(new Forgotten())
                        .read(town.ofOthersBefore)
                        .read(town.ofOthersAfter),
                town);
    }

    private static List<Entry> shuffled(List<Entry> entries, Random random) {
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Entry> together(List<Entry> some, List<Entry> others) {
        List<Entry> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** All that can be asked of the replicas, and the version of the model made of them. */
    private record State(
            String model,
            Map<IdentityKey, History> histories,
            Map<IdentityKey, Set<IdentityKey>> families,
            Map<IdentityKey, Set<String>> names,
            Map<String, List<Liked>> liked,
            Set<String> stops) {
        static State of(LogUnderTest log, Town town) {
            Map<IdentityKey, History> histories = new HashMap<>();
            log.histories.forEach(histories::put);
            Map<IdentityKey, Set<IdentityKey>> families = new HashMap<>();
            Map<IdentityKey, Set<String>> names = new HashMap<>();
            for (IdentityKey key : town.keys) {
                families.put(key, log.persons.family(List.of(key)));
                names.put(key, log.persons.names(List.of(key)));
            }
            Map<String, List<Liked>> liked = new HashMap<>();
            Set<String> stops = new HashSet<>();
            for (String name : town.names) {
                liked.put(name, log.preferences.of(List.of(name)));
                for (String item : Town.ITEMS) {
                    if (log.stops.stops(List.of(name), item, Town.ERASED_AT)) {
                        stops.add(name + "/" + item);
                    }
                }
            }
            return new State(
                    Taught.of(CATALOGUE, log.histories).version(),
                    histories,
                    families,
                    names,
                    liked,
                    stops);
        }
    }
}
