/**
 * Taking events in. What may be kept is kept in one statement before the answer; what may not is
 * counted and forgotten; what cannot be decided yet waits unread.
 */
@NullMarked
package io.tact.profile.acceptance;

import org.jspecify.annotations.NullMarked;
