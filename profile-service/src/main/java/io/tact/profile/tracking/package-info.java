/**
 * The door for events: Segment's HTTP tracking API, as its clients really speak it. Whatever is a
 * batch of a known source gets its 200 when it is durable; what is wrong with single events is said
 * in the dead letters, since no client could do anything about it.
 */
@NullMarked
package io.tact.profile.tracking;

import org.jspecify.annotations.NullMarked;
