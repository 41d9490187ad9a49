/**
 * What is known about somebody, and how it is known. What a customer told is never overwritten by
 * what was declared about them, that never by what was observed, and that never by what was
 * guessed.
 */
@NullMarked
package io.tact.profile.trait;

import org.jspecify.annotations.NullMarked;
