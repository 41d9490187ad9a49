/** The ends of this service at Kafka that its features share: what goes out, and how is read. */
@NullMarked
package io.tact.frequency.publication;

import org.jspecify.annotations.NullMarked;
