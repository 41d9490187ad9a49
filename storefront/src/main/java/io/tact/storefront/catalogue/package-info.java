/**
 * What the shop sells, read from recommendation-service and kept at hand: a page never waits for
 * the catalogue, and shows the last one known while that service is away.
 */
@NullMarked
package io.tact.storefront.catalogue;

import org.jspecify.annotations.NullMarked;
