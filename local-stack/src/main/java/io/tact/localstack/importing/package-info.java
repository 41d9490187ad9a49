/**
 * Fills a running suite over its HTTP APIs, as a shop would: with the demo world, or with a real
 * shop's order history.
 *
 * <p>{@link Import} is the way in.
 */
@NullMarked
package io.tact.localstack.importing;

import org.jspecify.annotations.NullMarked;
