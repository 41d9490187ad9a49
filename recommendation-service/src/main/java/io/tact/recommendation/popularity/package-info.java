/**
 * What many want now, and nobody in particular: orders and views, counted in whole numbers per item
 * and day, the newest day counting most.
 *
 * <p>Time passing alone changes no order, so the list is a pure function of what was counted, the
 * same on every replica.
 */
@NullMarked
package io.tact.recommendation.popularity;

import org.jspecify.annotations.NullMarked;
