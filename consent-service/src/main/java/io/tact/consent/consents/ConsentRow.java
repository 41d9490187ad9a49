package io.tact.consent.consents;

import io.tact.consent.answer.Answer;
import io.tact.consent.answer.Answers;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.purpose.Notice;
import io.tact.proof.sealing.WrappedKey;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalLong;

/** How the domain stands in columns. The answers are written as the topic has them. */
final class ConsentRow {
    private ConsentRow() {}

    static StateRow state(Row row) {
        Long lastEntry = row.getLong("last_entry");
        return stored(
                row,
                row.getLong("version"),
                "recorded_at",
                "seal",
                lastEntry == null ? OptionalLong.empty() : OptionalLong.of(lastEntry));
    }

    /** As the row was before this transaction claimed it; empty if there was none. */
    static Optional<StateRow> before(Row row) {
        return row.getBuffer("seal_before") == null
                ? Optional.empty()
                : Optional.of(
                        stored(
                                row,
                                row.getLong("version") - 1,
                                "recorded_before",
                                "seal_before",
                                OptionalLong.empty()));
    }

    /** Empty where the row was not there yet when the statement began. */
    static Optional<WrappedKey> key(Row row) {
        return Optional.ofNullable(row.getBuffer("wrapped"))
                .map(wrapped -> new WrappedKey(row.getUUID("pseudonym"), wrapped.getBytes()));
    }

    private static StateRow stored(
            Row row, long version, String recordedAt, String seal, OptionalLong lastEntry) {
        return new StateRow(
                new IdentityKey(row.getString("identity_key")),
                row.getUUID("pseudonym"),
                version,
                row.getOffsetDateTime(recordedAt).toInstant(),
                row.getJsonObject("answers").encode(),
                row.getBuffer(seal).getBytes(),
                lastEntry);
    }

    static Answers answers(JsonObject json) {
        var answers = new HashMap<Purpose, StandingAnswer>();
        for (String purpose : json.fieldNames()) {
            JsonObject standing = json.getJsonObject(purpose);
            answers.put(
                    new Purpose(purpose),
                    new StandingAnswer(
                            Answer.of(standing.getString("answer")),
                            Instant.parse(standing.getString("at"))));
        }
        return new Answers(answers);
    }

    static JsonObject json(Answers answers) {
        var json = new JsonObject();
        answers.byPurpose()
                .forEach(
                        (purpose, standing) ->
                                json.put(
                                        purpose.name(),
                                        new JsonObject()
                                                .put("answer", standing.answer().word())
                                                .put("at", standing.at().toString())));
        return json;
    }

    static JsonObject json(Statement said) {
        var json = new JsonObject();
        said.answers().forEach((purpose, yes) -> json.put(purpose.name(), yes));
        return json;
    }

    static JsonObject json(Notice notice) {
        var json =
                new JsonObject()
                        .put("id", notice.id())
                        .put("version", notice.version())
                        .put("language", notice.language());
        notice.sha256().ifPresent(hash -> json.put("sha256", hash));
        return json;
    }
}
