/**
 * What happened, in the shop's words: an event that has been understood, who it names, and when it
 * happened by whose clock.
 */
@NullMarked
package io.tact.profile.event;

import org.jspecify.annotations.NullMarked;
