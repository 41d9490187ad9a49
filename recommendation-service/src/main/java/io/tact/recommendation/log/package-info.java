/**
 * The door in: the topics from which this service rebuilds what it knows, read from their beginning
 * at every start, by every replica, in no consumer group.
 *
 * <p>Reading twice changes nothing. A record that nobody understands is counted, named by its
 * offset, and taken for what holds back most.
 */
@NullMarked
package io.tact.recommendation.log;

import org.jspecify.annotations.NullMarked;
