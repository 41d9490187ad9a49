/**
 * What every request passes first: it gets an id, an unsafe one must come from the shop's own
 * pages, and every answer tells the browser what it may do with it.
 */
@NullMarked
package io.tact.storefront.door;

import org.jspecify.annotations.NullMarked;
