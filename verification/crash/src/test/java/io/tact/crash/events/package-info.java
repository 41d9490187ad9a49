/**
 * Events as load, sent by other people's clients. What is held: each event that a client was told
 * is taken stands in the log once, and came out on the topic.
 */
@NullMarked
package io.tact.crash.events;

import org.jspecify.annotations.NullMarked;
