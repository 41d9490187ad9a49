/**
 * For those who answer complaints: why identities are one person and why values count, behind a
 * record of who wanted to know, and why. The customer sees that record. What a value is they are
 * not told: to say why one counts, nobody needs to know it.
 */
@NullMarked
package io.tact.profile.staff;

import org.jspecify.annotations.NullMarked;
