/** The consent team's service; each package is one of its features. */
@NullMarked
package io.tact.consent;

import org.jspecify.annotations.NullMarked;
