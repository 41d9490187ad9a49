package io.tact.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPrefixPartitionerTest {
    @Test
    void everythingOfOnePersonStandsInOnePartition() {
        int partition = KeyPrefixPartitioner.partition("person-1", 64);

        assertThat(KeyPrefixPartitioner.partition("person-1/event-1", 64)).isEqualTo(partition);
        assertThat(KeyPrefixPartitioner.partition("person-1/label/with/slashes", 64))
                .isEqualTo(partition);
    }

    @Test
    void emptyKeyAndLeadingSlashHaveAPartitionToo() {
        assertThat(KeyPrefixPartitioner.partition("", 8)).isBetween(0, 7);
        assertThat(KeyPrefixPartitioner.partition("/x", 8))
                .isEqualTo(KeyPrefixPartitioner.partition("", 8));
    }
}
