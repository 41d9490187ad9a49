/** The way out: what was committed, to Kafka, by the outbox. */
@NullMarked
package io.tact.profile.publishing;

import org.jspecify.annotations.NullMarked;
