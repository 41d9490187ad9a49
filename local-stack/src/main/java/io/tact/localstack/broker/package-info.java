/**
 * A real Kafka broker of one node (KRaft), inside a JVM of ours, and the topics that the owners'
 * contracts ask for.
 */
@NullMarked
package io.tact.localstack.broker;

import org.jspecify.annotations.NullMarked;
