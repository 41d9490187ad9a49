/**
 * The shop's products, as the shop states them. The feed goes into Postgres and from there into
 * {@code catalogue.item.v1}; every replica answers from its own copy of that topic, in memory.
 *
 * <p>What kind of thing an item is comes from its {@code productType} alone, never from words of
 * its name.
 */
@NullMarked
package io.tact.recommendation.catalogue;

import org.jspecify.annotations.NullMarked;
