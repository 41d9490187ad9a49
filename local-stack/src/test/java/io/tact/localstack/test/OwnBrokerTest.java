package io.tact.localstack.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class OwnBrokerTest {
    @Test
    void aKilledOrStoppedBrokerComesBackWithItsDataOnTheSamePort() throws Exception {
        try (OwnBroker broker = OwnBroker.create()) {
            broker.start();
            broker.createTopics("own.", Path.of("src/test/contracts/topics.json"));
            String address = broker.bootstrapServers();

            broker.kill();
            broker.start();
            broker.stop();
            broker.start();

            assertThat(broker.bootstrapServers()).isEqualTo(address);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                assertThat(admin.listTopics().names().get())
                        .contains("own.letter.sent.v1", "own.letter.lost.v1");
            }
        }
    }
}
