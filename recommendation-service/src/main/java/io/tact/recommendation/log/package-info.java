/**
 * The door in: the topics from which this service rebuilds what it knows, read from their beginning
 * at every start, by every replica, in no consumer group.
 *
 * <p>Reading twice changes nothing. What was recorded of somebody who is forgotten is passed over,
 * however often it is repeated; nothing is read before it is known who that is. A record that
 * nobody understands is counted, named by its offset, and taken for what holds back most.
 */
@NullMarked
package io.tact.recommendation.log;

import org.jspecify.annotations.NullMarked;
