package io.tact.profile.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.profile.tracking.BodyBudget.Share;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingBodyTest {
    @Test
    void packedOrNotItIsTheSame() throws IOException {
        byte[] plain = "{\"batch\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(read(plain)).isEqualTo(read(gzip(plain)));
    }

    @Test
    void fourMegabytesAreTakenAndOneByteMoreIsNot() throws IOException {
        byte[] most = paddedTo(TrackingBody.MOST_BYTES);
        byte[] more = paddedTo(TrackingBody.MOST_BYTES + 1);

        assertThat(read(most).has("a")).isTrue();
        assertThat(read(gzip(most)).has("a")).isTrue();
        assertThatThrownBy(() -> read(more)).satisfies(status(413));
        byte[] packed = gzip(more);
        assertThatThrownBy(() -> read(packed)).satisfies(status(413));
    }

    @Test
    void bombIsNotUnpackedBeyondTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[500 * 1024 * 1024]);
        assertThat(bomb.length).isLessThan(600_000);

        assertThatThrownBy(() -> read(bomb)).satisfies(status(413));
    }

    @Test
    void bracketsWithoutEndAreTooMuch() {
        byte[] wide =
                ("{\"batch\":[" + "{},".repeat(TrackingBody.MOST_TOKENS / 2) + "{}]}")
                        .getBytes(StandardCharsets.UTF_8);
        byte[] deep =
                ("{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}")
                        .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(wide)).satisfies(status(413));
        assertThatThrownBy(() -> read(deep)).satisfies(status(413));
    }

    @Test
    void whatIsUnpackedIsReservedBefore() throws IOException {
        var budget = new BodyBudget(BodyBudget.SMALL, TrackingBody.MOST_BYTES, Duration.ZERO);
        byte[] small = gzip(paddedTo(BodyBudget.SMALL));
        byte[] large = gzip(paddedTo(BodyBudget.SMALL + 1));

        Share one = budget.reserve(0);
        TrackingBody.unpack(small, one);
        assertThat(budget.free()).isEqualTo(TrackingBody.MOST_BYTES);
        Share second = budget.reserve(0);
        assertThatThrownBy(() -> TrackingBody.unpack(small, second)).satisfies(status(503));
        one.release();

        TrackingBody.unpack(large, budget.reserve(0));
        assertThat(budget.free()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{", "no json"})
    void whatIsNoObjectIsNoBatch(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(bytes)).satisfies(status(400));
    }

    @Test
    void damagedGzipIsNoBatch() throws IOException {
        byte[] packed = gzip(paddedTo(10_000));
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);

        assertThatThrownBy(() -> read(cut)).satisfies(status(400));
    }

    private static ObjectNode read(byte[] body) {
        byte[] received = TrackingBody.receive(new ByteArrayInputStream(body));
        return TrackingBody.parse(TrackingBody.unpack(received, new BodyBudget().reserve(-1)));
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> status(int status) {
        return thrown -> assertThat(((HttpProblem) thrown).getStatusCode()).isEqualTo(status);
    }

    private static byte[] paddedTo(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] object = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(object, 0, body, 0, object.length);
        return body;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
