/**
 * An order is the shop's own word: it is written down before anything else happens, and sent to
 * profile-service until it is accepted, under the ground {@code contract}.
 */
@NullMarked
package io.tact.storefront.order;

import org.jspecify.annotations.NullMarked;
