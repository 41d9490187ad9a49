/** Removes what is over: sessions, kept answers, caps that are open again. */
@NullMarked
package io.tact.frequency.housekeeping;

import org.jspecify.annotations.NullMarked;
