/**
 * The way out of a service: rows that were committed with the change itself, sent to Kafka
 * afterwards, in order.
 *
 * <p>Commit order is not sequence order, so a row is read only when no transaction with a lower id
 * can still commit. One relay at a time is let in by the database (advisory lock) and by Kafka
 * (transactional id), in this order and before its first read. What was committed is published at
 * least once; consumers recognise repetitions by the version or the id inside.
 */
@NullMarked
package io.tact.outbox;

import org.jspecify.annotations.NullMarked;
