/**
 * Scores to lists: the best few of many, the same ones on every machine. Items are numbered by
 * their place in the catalogue, which is sorted by item id; equal scores stand in that order.
 */
@NullMarked
package io.tact.recommendation.ranking;

import org.jspecify.annotations.NullMarked;
