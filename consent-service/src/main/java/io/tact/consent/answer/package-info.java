/**
 * What people say about purposes, and what follows from it.
 *
 * <p>A {@link io.tact.consent.answer.Statement} is said once; a no spreads to linked identities
 * ({@link io.tact.consent.answer.Extended}), a yes can end by itself ({@link
 * io.tact.consent.answer.Lapsed}); {@link io.tact.consent.answer.Answers} are what all of them
 * amount to for one identity. Withdrawals order by the server's clock, grants by the earlier of the
 * client's and the server's, ties refuse: so neither a late nor a fast client revives what was
 * withdrawn.
 */
@NullMarked
package io.tact.consent.answer;

import org.jspecify.annotations.NullMarked;
