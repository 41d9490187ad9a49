/**
 * Forgetting people: what {@code privacy.erasure.v1} names goes from memory, from the model and
 * from {@code recommendation.served.v1}, in this order; then one receipt says so.
 *
 * <ul>
 *   <li><b>Every replica forgets by itself</b>, whenever it reads an erasure, at each start before
 *       anything else. The receipt is of the one that ended first: what it counts in memory is its
 *       own. Of the others it says nothing; they read the same record at the same moment, and one
 *       that is away reads it before it serves anybody again.
 *   <li><b>What was done until {@code erasedAt}</b> goes; who comes back later begins anew. Answers
 *       go if they were asked for before this replica had forgotten: until then it knew the person.
 *   <li><b>Orders of others stay</b> with the others whom they list.
 * </ul>
 *
 * <p>Rows about persons stand in the outbox only, of which PostgreSQL keeps no samples. What is not
 * answered is done again from its beginning, so that a crash anywhere ends in one receipt.
 */
@NullMarked
package io.tact.recommendation.erasure;

import org.jspecify.annotations.NullMarked;
