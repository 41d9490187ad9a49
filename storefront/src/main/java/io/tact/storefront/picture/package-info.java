/** Pictures of the items, from a folder that the shop's catalogue comes with. */
@NullMarked
package io.tact.storefront.picture;

import org.jspecify.annotations.NullMarked;
