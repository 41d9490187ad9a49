/**
 * Everything ends: each purpose has a period, and what was recorded serves it that long. Whoever
 * reads looks at the clock; here it is deleted, and said how long that is.
 */
@NullMarked
package io.tact.profile.retention;

import org.jspecify.annotations.NullMarked;
