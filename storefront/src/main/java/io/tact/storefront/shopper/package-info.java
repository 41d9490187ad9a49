/**
 * Who is shopping, as far as the shop must know to let them prove it: a visitor by the banner's
 * secret in a cookie, a customer by the session of the OIDC provider. What proves them stays on
 * this side; no script ever sees it.
 */
@NullMarked
package io.tact.storefront.shopper;

import org.jspecify.annotations.NullMarked;
