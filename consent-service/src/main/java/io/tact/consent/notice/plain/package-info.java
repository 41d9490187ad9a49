/**
 * Whether a text says in plain words what a person is asked: short, easy to read, one purpose at a
 * time, and with the sources of the data in it. In English and German, since only a language whose
 * words we know can be checked.
 */
@NullMarked
package io.tact.consent.notice.plain;

import org.jspecify.annotations.NullMarked;
