/**
 * The four services as the shop sees them: slow, away, or answering. A call never takes longer than
 * a page can wait, and a service that is away is not asked by every page.
 */
@NullMarked
package io.tact.storefront.upstream;

import org.jspecify.annotations.NullMarked;
