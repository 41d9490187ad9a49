/**
 * One statement for many callers: what arrives while the database is busy with the same waits for
 * the next turn, and is done in it together.
 */
@NullMarked
package io.tact.consent.together;

import org.jspecify.annotations.NullMarked;
