/**
 * The demo world: a shop, its shoppers and what they looked at and bought, as a pure function of a
 * seed.
 *
 * <p>What belongs together is data ({@code kinds.txt}): a shopper comes for one kind and takes its
 * complements along with known probabilities, while staples such as cat food land in any basket. So
 * the right answers are known ({@link TruthTable}), and a recommender that offers cat food with a
 * coat is caught.
 */
@NullMarked
package io.tact.localstack.world;

import org.jspecify.annotations.NullMarked;
