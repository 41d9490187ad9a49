package io.tact.consent.consents;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.answer.Answers;
import io.tact.consent.answer.Change;
import io.tact.consent.answer.Extended;
import io.tact.consent.answer.Lapsed;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.identity.IdentityKey;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * An entry as text: what its commitment is made over, and what is shown of it as evidence. It names
 * the identity-key, so that an entry cannot be passed off as somebody else's.
 */
public final class EntryRow {
    private EntryRow() {}

    /**
     * @param after what held after it
     */
    static byte[] body(Change change, ConsentState after) {
        var body =
                new JsonObject()
                        .put("identityKey", after.key().value())
                        .put("version", after.version())
                        .put("recordedAt", after.recordedAt().toString());
        if (change instanceof Statement said) {
            put(body, said);
        } else {
            body.put("said", new JsonObject())
                    .put("privacySignal", false)
                    .put("cause", cause(change));
        }
        return body.put("after", ConsentRow.json(after.answers())).encode().getBytes(UTF_8);
    }

    private static void put(JsonObject body, Statement said) {
        said.givenAt().ifPresent(at -> body.put("givenAt", at.toString()));
        body.put("said", ConsentRow.json(said)).put("privacySignal", said.privacySignal());
        said.objection().ifPresent(made -> body.put("objection", made));
        said.notice().ifPresent(notice -> body.put("notice", ConsentRow.json(notice)));
    }

    /** Why an entry that nobody said is there. */
    private static JsonObject cause(Change change) {
        if (change instanceof Extended extended) {
            return new JsonObject()
                    .put("linked", extended.from().toString())
                    .put("version", extended.version());
        }
        return new JsonObject().put("lapsed", ((Lapsed) change).reason().word());
    }

    /** What held after an entry; empty if it is somebody else's. */
    public static Optional<Answers> after(byte[] body, IdentityKey key) {
        var entry = new JsonObject(new String(body, UTF_8));
        return key.value().equals(entry.getString("identityKey"))
                ? Optional.of(ConsentRow.answers(entry.getJsonObject("after")))
                : Optional.empty();
    }
}
