/**
 * Who reads profiles: which client may ask for which purpose, and the log of what each was shown,
 * which is the customer's to see.
 */
@NullMarked
package io.tact.profile.reading;

import org.jspecify.annotations.NullMarked;
