/** The door out: committed outbox rows of this service, on their way to Kafka. */
@NullMarked
package io.tact.recommendation.relay;

import org.jspecify.annotations.NullMarked;
