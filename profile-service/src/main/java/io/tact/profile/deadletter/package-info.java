/** Messages that were not understood, for whoever can mend their sender. */
@NullMarked
package io.tact.profile.deadletter;

import org.jspecify.annotations.NullMarked;
