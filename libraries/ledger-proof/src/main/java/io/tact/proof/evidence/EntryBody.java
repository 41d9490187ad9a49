package io.tact.proof.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.tact.proof.Checked;
import io.tact.proof.entry.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an entry says, read from the text that was committed to. The text may say more.
 *
 * @param version counts the entries of this identity, from 1
 * @param recordedAt by the ledger's clock
 * @param givenAt by the person's own clock
 * @param said yes or no to each purpose, as it was said
 * @param notice which text was shown
 * @param after what held for each purpose after it
 */
public record EntryBody(
        String identityKey,
        long version,
        Instant recordedAt,
        Optional<Instant> givenAt,
        Map<String, Boolean> said,
        boolean privacySignal,
        Optional<Notice> notice,
        Map<String, Standing> after) {

    public record Notice(String id, String version, String language) {}

    public static Checked<EntryBody> parse(String text) {
        return StrictJson.read(text, "the body", EntryBody::of);
    }

    /** Answers alone, as they stand in the body and in the state row. */
    public static Checked<Map<String, Standing>> answers(String text) {
        return StrictJson.read(text, "the answers", EntryBody::standing);
    }

    private static EntryBody of(JsonNode json) {
        return new EntryBody(
                StrictJson.text(json, "identityKey"),
                StrictJson.number(json, "version"),
                StrictJson.instant(json, "recordedAt"),
                StrictJson.find(json, "givenAt").map(at -> StrictJson.instant(json, "givenAt")),
                byName(StrictJson.object(json, "said"), StrictJson::bool),
                StrictJson.bool(json, "privacySignal"),
                StrictJson.find(json, "notice").map(EntryBody::notice),
                standing(StrictJson.object(json, "after")));
    }

    private static Notice notice(JsonNode json) {
        return new Notice(
                StrictJson.text(json, "id"),
                StrictJson.text(json, "version"),
                StrictJson.text(json, "language"));
    }

    private static Map<String, Standing> standing(JsonNode json) {
        return byName(
                json,
                (object, purpose) -> {
                    JsonNode standing = StrictJson.object(object, purpose);
                    return new Standing(
                            StrictJson.text(standing, "answer"),
                            StrictJson.instant(standing, "at"));
                });
    }

    private static <T> Map<String, T> byName(JsonNode json, Member<T> member) {
        var values = new TreeMap<String, T>();
        json.fieldNames().forEachRemaining(name -> values.put(name, member.read(json, name)));
        return values;
    }

    private interface Member<T> {
        T read(JsonNode object, String name);
    }

    /** Without what the person said. */
    @Override
    public String toString() {
        return "the body of version " + version;
    }
}
