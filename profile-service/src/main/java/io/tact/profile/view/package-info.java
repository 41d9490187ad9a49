/**
 * What is known about the caller: for one purpose at a time for those who use it, all of it for the
 * person themselves, and what they tell us about themselves.
 */
@NullMarked
package io.tact.profile.view;

import org.jspecify.annotations.NullMarked;
