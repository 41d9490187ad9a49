/**
 * The demo shop and its backend for the browser: it forwards listed operations, keeps what a script
 * must not read, and places the elements that the services bring. It knows nobody's history.
 */
@NullMarked
package io.tact.storefront;

import org.jspecify.annotations.NullMarked;
