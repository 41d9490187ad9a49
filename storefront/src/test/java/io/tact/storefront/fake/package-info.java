/**
 * The world around the shop, as far as its tests need one: services, an OIDC provider, a browser.
 */
@NullMarked
package io.tact.storefront.fake;

import org.jspecify.annotations.NullMarked;
