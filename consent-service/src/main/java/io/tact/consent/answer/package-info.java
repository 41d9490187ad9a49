/**
 * What people say about purposes, and what follows from it.
 *
 * <p>A {@link io.tact.consent.answer.Statement} is said once; {@link
 * io.tact.consent.answer.Answers} are what all statements of one identity amount to. Withdrawals
 * order by the server's clock, grants by the earlier of the client's and the server's, ties refuse:
 * so neither a late nor a fast client revives what was withdrawn.
 */
@NullMarked
package io.tact.consent.answer;

import org.jspecify.annotations.NullMarked;
