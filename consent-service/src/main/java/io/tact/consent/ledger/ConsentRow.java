package io.tact.consent.ledger;

import io.tact.consent.answer.Answer;
import io.tact.consent.answer.Answers;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.answer.Statement;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.purpose.Notice;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;

/** How the domain stands in columns. The answers are written as the topic has them. */
final class ConsentRow {
    private ConsentRow() {}

    static ConsentState state(Row row) {
        return new ConsentState(
                new IdentityKey(row.getString("identity_key")),
                row.getLong("version"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                answers(row.getJsonObject("answers")));
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
        return new JsonObject()
                .put("id", notice.id())
                .put("version", notice.version())
                .put("language", notice.language());
    }
}
