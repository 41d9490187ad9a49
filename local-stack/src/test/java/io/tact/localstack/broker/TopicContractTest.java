package io.tact.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicContractTest {
    @Test
    void aCompactedTopicForgetsWithinAnHourAndRemembersThatItForgotForAWeek() {
        var topic = new TopicContract("a.v1", "compact", null).toNewTopic("test.", 8);

        assertThat(topic.name()).isEqualTo("test.a.v1");
        assertThat(topic.numPartitions()).isEqualTo(8);
        assertThat(topic.configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("segment.ms", "600000")
                .containsEntry("max.compaction.lag.ms", "3600000")
                .containsEntry("delete.retention.ms", "604800000")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void aTopicWithARetentionIsDeletedAfterIt() {
        var topics = TopicContract.read(Path.of("src/test/contracts/topics.json"));

        assertThat(topics.get(1).toNewTopic("", 1).configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "604800000")
                .doesNotContainKey("delete.retention.ms");
    }

    @Test
    void withoutAStatedRetentionATopicIsKeptForEver() {
        var topic = new TopicContract("a.v1", "compact,delete", null).toNewTopic("", 1);

        assertThat(topic.configs()).containsEntry("retention.ms", "-1");
    }
}
