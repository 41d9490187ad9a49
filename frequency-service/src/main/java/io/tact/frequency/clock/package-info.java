/**
 * The time of decisions: the store's clock, followed monotonically, so that all replicas agree and
 * a clock that is put forward or back opens no cap.
 */
@NullMarked
package io.tact.frequency.clock;

import org.jspecify.annotations.NullMarked;
