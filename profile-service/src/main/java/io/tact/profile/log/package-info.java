/**
 * What is written of a request: all of it in one statement, and with it what is to be published of
 * it.
 */
@NullMarked
package io.tact.profile.log;

import org.jspecify.annotations.NullMarked;
