/**
 * Everybody's consent state in memory, read from {@code consent.state.v1}, and how long it may be
 * believed.
 *
 * <p>A lease counts from the moment of which a heartbeat speaks, and a heartbeat counts only when
 * nothing stands behind it in its partition: then everything that was committed before it has been
 * applied here.
 */
@NullMarked
package io.tact.consent.client.replica;

import org.jspecify.annotations.NullMarked;
