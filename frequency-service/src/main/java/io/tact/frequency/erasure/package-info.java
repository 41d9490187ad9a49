/**
 * Forgetting people. First their rows are emptied, in one transaction for each erasure, under the
 * locks that decisions and moves take. Then, on a thread of its own and when nothing is under way
 * any more that began before, what was published in their names is looked up in the outbox and in
 * the topics, and taken back with tombstones, and the receipt is written with them. Whatever ends
 * in between is taken up again, by {@code erasure_applied}.
 *
 * <p>Rows of sessions are found only where an identity-key stood for the session. A visitor's
 * session has an id of its own that no erasure names: its row is gone with it, within 24 hours.
 */
@NullMarked
package io.tact.frequency.erasure;

import org.jspecify.annotations.NullMarked;
