/**
 * That this site obeys Global Privacy Control, said where browsers and auditors look for it
 * (https://w3c.github.io/gpc/). What the signal does is in {@code consents}.
 */
@NullMarked
package io.tact.consent.signal;

import org.jspecify.annotations.NullMarked;
