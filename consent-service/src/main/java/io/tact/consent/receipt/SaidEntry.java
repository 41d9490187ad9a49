package io.tact.consent.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tact.consent.answer.Answer;
import io.tact.consent.answer.StandingAnswer;
import io.tact.consent.client.Purpose;
import io.tact.consent.client.identity.IdentityKey;
import io.tact.consent.purpose.Language;
import io.tact.consent.purpose.Notice;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * The entry that an answer goes back to.
 *
 * @param byThePerson rather than by us, because a time was over or another identity said no
 * @param standing what has held since
 */
record SaidEntry(
        IdentityKey key,
        long version,
        Instant recordedAt,
        Optional<Instant> givenAt,
        boolean byThePerson,
        boolean privacySignal,
        Optional<Notice> notice,
        StandingAnswer standing) {

    static SaidEntry of(byte[] body, Purpose purpose) {
        var entry = new JsonObject(new String(body, UTF_8));
        JsonObject standing = entry.getJsonObject("after").getJsonObject(purpose.name());
        return new SaidEntry(
                new IdentityKey(entry.getString("identityKey")),
                entry.getLong("version"),
                Instant.parse(entry.getString("recordedAt")),
                Optional.ofNullable(entry.getString("givenAt")).map(Instant::parse),
                !entry.containsKey("cause"),
                entry.getBoolean("privacySignal"),
                Optional.ofNullable(entry.getJsonObject("notice")).map(SaidEntry::notice),
                new StandingAnswer(
                        Answer.of(standing.getString("answer")),
                        Instant.parse(standing.getString("at"))));
    }

    /** In which its notice was, if we speak it. */
    Language language() {
        return notice.map(Notice::language).flatMap(Language::ofTag).orElse(Language.EN);
    }

    private static Notice notice(JsonObject notice) {
        return new Notice(
                notice.getString("id"),
                notice.getString("version"),
                notice.getString("language"),
                Optional.ofNullable(notice.getString("sha256")));
    }
}
