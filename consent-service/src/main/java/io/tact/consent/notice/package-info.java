/**
 * The texts that people are shown, kept for ever by their hash: what was agreed to is what stood
 * there. A text is registered before anybody is asked with it, and checked for plain words; a
 * version that asks for more ends the yes of everybody who had not read it.
 */
@NullMarked
package io.tact.consent.notice;

import org.jspecify.annotations.NullMarked;
