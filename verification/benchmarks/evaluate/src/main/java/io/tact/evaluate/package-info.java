/**
 * How good recommendations are: any file of sessions or of baskets, the service's own code beside
 * the baselines of the field, measured alike.
 */
@NullMarked
package io.tact.evaluate;

import org.jspecify.annotations.NullMarked;
