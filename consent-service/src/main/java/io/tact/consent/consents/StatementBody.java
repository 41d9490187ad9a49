package io.tact.consent.consents;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.tact.consent.answer.Statement;
import io.tact.consent.answer.StatementPolicy;
import io.tact.consent.client.web.Problems;
import io.tact.consent.client.web.StrictJson;
import io.tact.consent.purpose.Notice;
import io.tact.consent.purpose.NoticeBody;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement as it is sent. */
@Schema(name = "Statement")
record StatementBody(
        @Schema(
                        description =
                                "By purpose: true allows it, false refuses it or takes it back. Purposes that are missing stay as they are.")
                @Nullable Map<String, @Nullable Boolean> answers,
        @Schema(
                        nullable = true,
                        description =
                                "To direct marketing (GDPR, Article 21): true objects, and no later yes to marketing counts until false takes the objection back, which is no yes. Without it answers are needed.")
                @Nullable Boolean objection,
        @Schema(
                        format = "date-time",
                        nullable = true,
                        description =
                                "When it was said, if not now. At most five minutes ahead of our clock.")
                @Nullable String givenAt,
        @Nullable NoticeBody notice) {

    /**
     * @throws HttpProblem where it cannot be recorded
     */
    static Statement read(String body, boolean privacySignal, StatementPolicy policy, Instant now) {
        StatementBody sent = StrictJson.read(body, StatementBody.class);
        Map<String, Boolean> answers = sent.given();
        Optional<Boolean> objected = Optional.ofNullable(sent.objection);
        Optional<Instant> givenAt = Optional.ofNullable(sent.givenAt).map(StatementBody::instant);
        Optional<Notice> notice = Optional.ofNullable(sent.notice).map(NoticeBody::notice);
        policy.check(answers, objected.isPresent(), givenAt, now)
                .ifPresent(
                        why -> {
                            throw StatementProblems.of(why);
                        });
        return new Statement(
                StatementPolicy.optional(answers), privacySignal, givenAt, notice, objected);
    }

    private Map<String, Boolean> given() {
        if (answers == null && objection != null) {
            return Map.of();
        }
        if (answers == null) {
            throw Problems.bodyMalformed("The field answers is missing.");
        }
        if (answers.values().stream().anyMatch(Objects::isNull)) {
            throw Problems.bodyMalformed("Each answer is true or false.");
        }
        return Map.copyOf(answers);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Problems.bodyMalformed(
                    "givenAt is a time with an offset such as 2026-01-31T09:30:00Z.");
        }
    }
}
