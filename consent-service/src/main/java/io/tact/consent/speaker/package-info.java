/**
 * Whom a request speaks for, and what of a statement each of them can have said: who logged in
 * later, or is too young, did not say all of it.
 */
@NullMarked
package io.tact.consent.speaker;

import org.jspecify.annotations.NullMarked;
