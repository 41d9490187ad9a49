package io.tact.consent.staff;

import io.tact.consent.answer.Answer;
import io.tact.consent.client.Purpose;
import java.time.Instant;

/**
 * What is counted together.
 *
 * @param hour its beginning
 */
record Counted(Instant hour, Purpose purpose, Answer answer) {}
