/**
 * The wire of c15t 2.2, so that its banner works unmodified. It speaks for whom the request's
 * tokens prove; where there are none, whoever shows a banner's id is its visitor, in these doors
 * alone. What the banner only claims, an {@code externalId} above all, changes nothing and finds
 * nobody.
 */
@NullMarked
package io.tact.consent.c15t;

import org.jspecify.annotations.NullMarked;
