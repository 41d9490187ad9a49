/**
 * Who reads profiles: which client may ask for which purpose, and the logs of what each was shown
 * and of whom the staff looked up, which are the customer's to see.
 */
@NullMarked
package io.tact.profile.reading;

import org.jspecify.annotations.NullMarked;
