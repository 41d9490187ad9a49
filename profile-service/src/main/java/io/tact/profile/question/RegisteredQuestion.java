package io.tact.profile.question;

import java.time.Instant;

/**
 * A version of a question.
 *
 * @param version counts up from 1 for each name
 * @param by the subject of the member of staff who decided it
 * @param retired it is asked no more; answers stay until they end
 */
public record RegisteredQuestion(
        Question question, long version, String by, Instant at, boolean retired) {}
