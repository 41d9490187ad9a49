/**
 * How good and how fast: figures on public data and on a shop of a realistic size, with loose
 * bounds.
 */
@NullMarked
package io.tact.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
