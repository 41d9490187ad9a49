/**
 * What becomes of a reservation: confirmed just before rendering, released, seen, or not wanted
 * again. Whose it is decides whether it exists.
 */
@NullMarked
package io.tact.frequency.settlement;

import org.jspecify.annotations.NullMarked;
