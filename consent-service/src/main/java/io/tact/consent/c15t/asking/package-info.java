/** How c15t is to ask: everybody, wherever they are, in our sentences. */
@NullMarked
package io.tact.consent.c15t.asking;

import org.jspecify.annotations.NullMarked;
