package io.tact.profile.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * From bytes to JSON, at most 4 MB of it however well it was packed. Whether it is packed is seen
 * in the bytes: some clients do not say it, or say something else.
 */
final class TrackingBody {
    static final int MOST_BYTES = 4 * 1_024 * 1_024;

    private TrackingBody() {}

    static byte[] unpack(byte[] body) {
        byte[] plain = isGzip(body) ? inflate(body) : body;
        if (plain.length > MOST_BYTES) {
            throw tooLarge();
        }
        return plain;
    }

    static ObjectNode parse(byte[] plain, ObjectMapper json) {
        try {
            JsonNode node = json.readTree(plain);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException unreadable) {
            throw TrackingProblem.noBatch("The body is not JSON.");
        }
        throw TrackingProblem.noBatch("The body is not a JSON object.");
    }

    static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
    }

    private static byte[] inflate(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw tooLarge();
            }
            return plain;
        } catch (IOException damaged) {
            throw TrackingProblem.noBatch("The body is damaged gzip.");
        }
    }

    private static HttpProblem tooLarge() {
        return TrackingProblem.tooLarge(
                "A request holds at most " + MOST_BYTES + " bytes, unpacked.");
    }
}
