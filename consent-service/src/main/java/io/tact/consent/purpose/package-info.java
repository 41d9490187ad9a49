/**
 * What people are asked, in plain words: what we do, what they get, and what happens if they say
 * no. The words are resources, one file a language; a purpose without words cannot be answered.
 */
@NullMarked
package io.tact.consent.purpose;

import org.jspecify.annotations.NullMarked;
