package io.tact.storefront.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileTest {
    private static final Order ONE = order("one");
    private static final Order TWO = order("two");

    @TempDir Path folder = Path.of("");
    private Path path = Path.of("");

    @BeforeEach
    void name() {
        path = folder.resolve("orders.jsonl");
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            file.add(ONE);
            file.add(TWO);
            file.remove(ONE);
        }

        try (OrderFile file = OrderFile.open(path)) {
            assertThat(file.waiting()).containsExactly(TWO);
        }
    }

    @Test
    void theSameOrderIsKeptOnce() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            file.add(ONE);
            file.add(ONE);

            assertThat(file.waiting()).containsExactly(ONE);
        }
    }

    @Test
    void nothingIsKeptOnceNothingWaits() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            file.add(ONE);
            file.add(TWO);
            file.remove(TWO);
            file.remove(ONE);
            assertThat(path).isEmptyFile();

            file.add(TWO);
        }

        try (OrderFile file = OrderFile.open(path)) {
            assertThat(file.waiting()).containsExactly(TWO);
        }
    }

    @Test
    void aLineThatWasCutOffSpoilsNoOther() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            file.add(ONE);
        }
        Files.writeString(path, "\n{\"order\":{\"mess", StandardOpenOption.APPEND);

        try (OrderFile file = OrderFile.open(path)) {
            file.add(TWO);
        }

        try (OrderFile file = OrderFile.open(path)) {
            assertThat(file.waiting()).containsExactly(ONE, TWO);
        }
    }

    @Test
    void twoShopsDoNotShareAFile() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            assertThatThrownBy(() -> OrderFile.open(path))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("orders.jsonl");
            assertThat(file.waiting()).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        try (OrderFile file = OrderFile.open(path)) {
            file.add(ONE);

            assertThat(Files.getPosixFilePermissions(path))
                    .containsExactlyInAnyOrderElementsOf(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static Order order(String id) {
        return Order.of(new JsonObject().put("messageId", id).put("event", "Order Completed"));
    }
}
