/**
 * The pages. Each is whole as the server sends it; the elements of the four services settle into
 * places that are kept for them, and a page that they do not reach is still a page.
 */
@NullMarked
package io.tact.storefront.page;

import org.jspecify.annotations.NullMarked;
