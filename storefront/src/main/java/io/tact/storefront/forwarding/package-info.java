/**
 * The backend for the browser: {@code /tact/<service>/…}, and what other people's banners call,
 * reaches a service if, and only if, the operation is listed. The request that arrives there is
 * made anew: from the browser come the body and a few harmless headers, from the shop come the
 * credentials.
 */
@NullMarked
package io.tact.storefront.forwarding;

import org.jspecify.annotations.NullMarked;
