package io.tact.consent.consents;

import io.tact.consent.answer.Answer;
import io.tact.consent.client.Purpose;
import java.time.Instant;

/**
 * Something was said and kept: told to whoever counts.
 *
 * @param answer what holds since
 */
public record AnswerKept(Purpose purpose, Answer answer, Instant at) {}
