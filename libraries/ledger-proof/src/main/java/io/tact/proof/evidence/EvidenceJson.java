package io.tact.proof.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tact.proof.CanonicalBase64;
import io.tact.proof.Checked;
import io.tact.proof.tree.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle of evidence as a file, {@code tact.evidence.v1}. What else stands in it, such as the
 * question that it answers, is kept and proves nothing.
 */
public final class EvidenceJson {
    public static final String FORMAT = "tact.evidence.v1";

    private final ObjectNode json;

    private EvidenceJson(ObjectNode json) {
        this.json = json;
    }

    public static Checked<EvidenceJson> parse(String text) {
        return StrictJson.read(text, "the bundle", EvidenceJson::new);
    }

    public static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(StrictJson.MAPPER.createObjectNode()).with(evidence);
    }

    /** The whole claim; every part has to be there. */
    public Checked<Evidence> evidence() {
        return read(
                () -> {
                    String format = StrictJson.text(json, "format");
                    if (!format.equals(FORMAT)) {
                        throw new IllegalArgumentException(
                                "its format is '" + format + "', not '" + FORMAT + "'");
                    }
                    return new Evidence(
                            StrictJson.text(json, "checkpoint"), entriesWith(this::inclusion));
                });
    }

    /** The entries as they are opened; where they stand in the tree is not looked at. */
    public Checked<List<Evidence.Entry>> opened() {
        return read(() -> entriesWith(entry -> List.of()));
    }

    /** The same file with this claim instead of its own. */
    public EvidenceJson with(Evidence evidence) {
        ObjectNode copy = json.deepCopy();
        copy.put("format", FORMAT).put("checkpoint", evidence.checkpoint());
        ArrayNode entries = copy.putArray("entries");
        for (Evidence.Entry entry : evidence.entries()) {
            ArrayNode inclusion =
                    entries.addObject()
                            .put("index", entry.index())
                            .put("body", entry.body())
                            .put("nonce", CanonicalBase64.encode(entry.nonce()))
                            .putArray("inclusion");
            entry.inclusion().forEach(hash -> inclusion.add(hash.toString()));
        }
        return new EvidenceJson(copy);
    }

    private List<Evidence.Entry> entriesWith(Inclusion inclusion) {
        var entries = new ArrayList<Evidence.Entry>();
        for (JsonNode entry : StrictJson.list(json, "entries")) {
            entries.add(
                    new Evidence.Entry(
                            StrictJson.number(entry, "index"),
                            StrictJson.text(entry, "body"),
                            CanonicalBase64.decode(StrictJson.text(entry, "nonce")).orElseThrow(),
                            inclusion.of(entry)));
        }
        return entries;
    }

    private List<Hash> inclusion(JsonNode entry) {
        var path = new ArrayList<Hash>();
        for (JsonNode hash : StrictJson.list(entry, "inclusion")) {
            if (!hash.isTextual()) {
                throw new IllegalArgumentException(
                        "entry %d: a hash is a text, not %s"
                                .formatted(StrictJson.number(entry, "index"), hash.getNodeType()));
            }
            path.add(Hash.parse(hash.textValue()).orElseThrow());
        }
        return path;
    }

    private static <T> Checked<T> read(Reading<T> reading) {
        try {
            return Checked.valid(reading.read());
        } catch (IllegalArgumentException e) {
            return Checked.refused("the bundle cannot be read: " + e.getMessage());
        }
    }

    private interface Inclusion {
        List<Hash> of(JsonNode entry);
    }

    private interface Reading<T> {
        T read();
    }

    /** The file. */
    @Override
    public String toString() {
        try {
            return StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can be written", e);
        }
    }
}
