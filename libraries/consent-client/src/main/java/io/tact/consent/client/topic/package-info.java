/** Topics that every replica reads as a whole. */
@NullMarked
package io.tact.consent.client.topic;

import org.jspecify.annotations.NullMarked;
