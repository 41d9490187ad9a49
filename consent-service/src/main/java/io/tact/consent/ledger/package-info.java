/**
 * The ledger: entries get their one order, the tree grows, a checkpoint is signed, and only then
 * shown.
 *
 * <p>Entries are committed by whoever records them, in parallel; here, one writer for all replicas
 * gives those that are waiting their indexes, writes the tiles that change, signs the new head, and
 * commits all of it at once. The checkpoint leaves by the outbox, and what {@code /checkpoint}
 * shows is read back from the topic: so it is committed and copied outside the database before
 * anybody sees it, and a database that does not extend the copy is never signed again.
 */
@NullMarked
package io.tact.consent.ledger;

import org.jspecify.annotations.NullMarked;
