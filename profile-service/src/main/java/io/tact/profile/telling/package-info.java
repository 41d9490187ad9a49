/** What customers tell about themselves. */
@NullMarked
package io.tact.profile.telling;

import org.jspecify.annotations.NullMarked;
