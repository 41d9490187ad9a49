/**
 * The wire of c15t 2.2, so that its banner works unmodified. Whoever shows a banner's id is its
 * visitor, in these doors alone; the tokens of a visitor or customer that come along are proven as
 * well, and a statement is kept for all of them. What the banner only claims, an {@code externalId}
 * above all, changes nothing and finds nobody.
 */
@NullMarked
package io.tact.consent.c15t;

import org.jspecify.annotations.NullMarked;
