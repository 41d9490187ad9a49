package io.tact.frequency.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.tact.frequency.cap.ImpressionId;
import io.tact.frequency.person.PackedLog.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackedLogTest {
    private static final long NOW = 1_767_268_800_000L;

    @Test
    void reservationThatExpiredGivesUpItsPlace() {
        long old = ImpressionId.of(NOW - 60_000, 1);
        long young = ImpressionId.of(NOW - 59_999, 1);
        PackedLog log =
                PackedLog.EMPTY.with(entry(old), NOW - 60_000).with(entry(young), NOW - 59_999);

        PackedLog next = log.with(entry(ImpressionId.of(NOW, 1)), NOW);

        assertThat(next.entries())
                .extracting(Entry::id)
                .containsExactly(young, ImpressionId.of(NOW, 1));
        assertThat(next.gone()).containsExactly(old);
    }

    @Test
    void whatIsConfirmedDoesNotExpireOrLeave() {
        long id = ImpressionId.of(NOW, 1);
        PackedLog log = PackedLog.EMPTY.with(entry(id), NOW).confirmed(id);

        assertThat(log.isExpired(id, NOW + 60_000)).isFalse();
        assertThat(log.without(any -> true, NOW).entries()).hasSize(1);
    }

    @Test
    void confirmedInOneLogIsConfirmedInBoth() {
        long id = ImpressionId.of(NOW, 1);
        PackedLog waiting = PackedLog.EMPTY.with(entry(id), NOW);

        assertThat(waiting.union(waiting.confirmed(id), NOW).pending()).isEmpty();
        assertThat(waiting.confirmed(id).union(waiting.without(any -> true, NOW), NOW).entries())
                .hasSize(1);
        assertThat(waiting.union(waiting.without(any -> true, NOW), NOW).entries())
                .as("released")
                .isEmpty();
    }

    @Test
    void orderAndNumberOfUnionsDoNotMatter() {
        long seed = System.nanoTime();
        System.out.println("PackedLogTest seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<PackedLog> logs = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                logs.add(log(random));
            }
            PackedLog inOrder = union(logs);
            List<PackedLog> again = new ArrayList<>(logs);
            again.addAll(logs);
            Collections.shuffle(again, random);

            PackedLog shuffled = union(again);

            assertThat(ids(shuffled)).as("seed %s", seed).isEqualTo(ids(inOrder));
            assertThat(shuffled.pending()).as("seed %s", seed).isEqualTo(inOrder.pending());
        }
    }

    /** The same ten impressions, each as far as its log got with it. */
    private static PackedLog log(Random random) {
        List<Entry> entries = new ArrayList<>();
        Set<Long> pending = new HashSet<>();
        Set<Long> gone = new HashSet<>();
        for (int number = 0; number < 10; number++) {
            long id = ImpressionId.of(NOW - number, number);
            switch (random.nextInt(3)) {
                case 0 -> {
                    entries.add(entry(id));
                    pending.add(id);
                }
                // an impression is either confirmed or gone, never both
                case 1 -> {
                    if (number % 2 == 0) {
                        entries.add(entry(id));
                    } else {
                        gone.add(id);
                    }
                }
                default -> {}
            }
        }
        return new PackedLog(entries, pending, gone);
    }

    private static PackedLog union(List<PackedLog> logs) {
        return logs.stream().reduce(PackedLog.EMPTY, (one, other) -> one.union(other, NOW));
    }

    private static Set<Long> ids(PackedLog log) {
        var ids = new HashSet<Long>();
        log.entries().forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    private static Entry entry(long id) {
        return new Entry(id, 7, 0);
    }
}
