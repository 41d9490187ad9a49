package io.tact.localstack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @Test
    void allPortsMoveWithTheBase() {
        Ports ports = Ports.from(18080);

        assertThat(ports.of(Door.STOREFRONT)).isEqualTo(18080);
        assertThat(ports.of(Door.CONSENT)).isEqualTo(18081);
        assertThat(ports.of(Door.KEYCLOAK)).isEqualTo(18085);
        assertThat(ports.of(Door.FREQUENCY_MANAGEMENT)).isEqualTo(18094);
        assertThat(ports.byDoor()).hasSize(Door.values().length).doesNotContainValue(0);
        assertThat(ports.byDoor().values()).doesNotHaveDuplicates();
    }

    @Test
    void drawnPortsAreKeptForTheNextStart(@TempDir Path folder) {
        Ports drawn = Ports.kept(folder.resolve("ports"), 0);

        assertThat(drawn.byDoor().values()).doesNotHaveDuplicates();
        assertThat(Ports.kept(folder.resolve("ports"), 0)).isEqualTo(drawn);
    }

    @Test
    void aTakenPortIsNamedWithTheOneWhoWantsIt() throws Exception {
        Ports ports = Ports.from(0);
        int taken = ports.of(Door.RECOMMENDATION);

        try (ServerSocket stranger = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.demandFree(List.of(Door.values())))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " is taken")
                    .hasMessageContaining("recommendation-service wants it")
                    .hasMessageContaining("TACT_PORT_BASE");
        }
    }
}
