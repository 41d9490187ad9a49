/** The service as a whole, over HTTP and Kafka. */
@NullMarked
package io.tact.recommendation;

import org.jspecify.annotations.NullMarked;
