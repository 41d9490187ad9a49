package io.tact.profile.tracking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.profile.tracking.BodyBudget.Share;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/**
 * From bytes to JSON, at most 4 MB of it however well it was packed, and at most so many names and
 * values: 4 MB of nothing but brackets would be 100 MB of objects. Whether it is packed is seen in
 * the bytes: some clients do not say it, or say something else.
 */
final class TrackingBody {
    static final int MOST_BYTES = 4 * 1_024 * 1_024;
    static final int MOST_TOKENS = 600_000;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxTokenCount(MOST_TOKENS)
                                            .maxNestingDepth(100)
                                            .build())
                            .build());

    private TrackingBody() {}

    /** All of it, or as much as is needed to see that it is too much. */
    static byte[] receive(InputStream in) {
        try {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length <= MOST_BYTES) {
                return body;
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            throw TrackingProblem.noBatch("The body did not arrive whole.");
        }
        throw tooLarge();
    }

    /** Reserves before each step what that may take. */
    static byte[] unpack(byte[] body, Share share) {
        if (!isGzip(body)) {
            return body;
        }
        share.unpack();
        byte[] plain = inflate(body, BodyBudget.SMALL);
        if (plain.length <= BodyBudget.SMALL) {
            return plain;
        }
        share.grow();
        plain = inflate(body, MOST_BYTES);
        if (plain.length > MOST_BYTES) {
            throw tooLarge();
        }
        return plain;
    }

    static ObjectNode parse(byte[] plain) {
        try {
            JsonNode node = JSON.readTree(plain);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (StreamConstraintsException tooMuch) {
            throw TrackingProblem.tooLarge(
                    "A request holds at most " + MOST_TOKENS + " names and values, 100 deep.");
        } catch (IOException unreadable) {
            throw TrackingProblem.noBatch("The body is not JSON.");
        }
        throw TrackingProblem.noBatch("The body is not a JSON object.");
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
    }

    /** One byte more than the limit where there is more. */
    private static byte[] inflate(byte[] packed, int limit) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(limit + 1);
        } catch (IOException damaged) {
            throw TrackingProblem.noBatch("The body is damaged gzip.");
        }
    }

    private static HttpProblem tooLarge() {
        return TrackingProblem.tooLarge(
                "A request holds at most " + MOST_BYTES + " bytes, unpacked.");
    }
}
