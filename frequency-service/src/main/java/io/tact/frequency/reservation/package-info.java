/**
 * Reserving a slot: who competes, who wins, and why nobody does. With {@code marketing} one
 * statement decides over the person's row under its lock; without it the session's row is all that
 * is looked at. A refusal changes nothing.
 */
@NullMarked
package io.tact.frequency.reservation;

import org.jspecify.annotations.NullMarked;
