/**
 * All that is known about a person, for themselves, and why it is: who they are, and which value
 * counts.
 */
@NullMarked
package io.tact.profile.known;

import org.jspecify.annotations.NullMarked;
