package io.tact.frequency.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrderEventTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Path EXAMPLES = Path.of("../profile-service/contracts/events/examples");

    @Test
    void everyExampleOfTheOwnerIsUnderstood() throws IOException {
        int orders = 0;
        try (var files = Files.list(EXAMPLES)) {
            for (Path file :
                    files.filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .startsWith("profile.event.v1."))
                            .toList()) {
                if (JSON.readValue(file.toFile(), OrderEvent.class).isOrder()) {
                    orders++;
                }
            }
        }
        assertThat(orders).isPositive();
    }

    @Test
    void orderStopsForEverybodyItNames() throws IOException {
        OrderEvent order =
                JSON.readValue(
                        """
                        {"type":"track","name":"Order Completed","identityKey":"k1","identities":["k1","k2"],"person":"p",
                         "products":[{"productId":"tent-1"},{"productId":"tent-1"},{"productId":""},{}]}""",
                        OrderEvent.class);

        assertThat(order.everybody()).containsExactly("k1", "k2", "p");
        assertThat(order.items()).containsExactly("tent-1");
    }

    @Test
    void whatWasOnlyLookedAtStopsNothing() throws IOException {
        OrderEvent view =
                JSON.readValue(
                        """
                        {"type":"track","name":"Product Viewed","products":[{"productId":"tent-1"}]}""",
                        OrderEvent.class);

        assertThat(view.isOrder()).isFalse();
    }
}
