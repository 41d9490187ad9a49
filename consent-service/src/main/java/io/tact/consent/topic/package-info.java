/** How this service reads back what it has published itself. */
@NullMarked
package io.tact.consent.topic;

import org.jspecify.annotations.NullMarked;
