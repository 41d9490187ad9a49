/**
 * Bought means stop: an order ends the advertising of what it holds, and revokes what is in flight.
 */
@NullMarked
package io.tact.frequency.conversion;

import org.jspecify.annotations.NullMarked;
