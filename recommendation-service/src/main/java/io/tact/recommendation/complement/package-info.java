/**
 * What goes with what: products of another type that lie in the same baskets far more often than
 * chance explains. Significance (Dunning's log-likelihood ratio) decides what may be shown, the
 * recent share of baskets decides in which order; a list that is short stays short.
 *
 * <p>Variants of one product (the coat in navy, the coat in camel) are counted together, so that a
 * colour nobody bought yet has complements too, and the variant that was bought with this very item
 * is the one to show.
 */
@NullMarked
package io.tact.recommendation.complement;

import org.jspecify.annotations.NullMarked;
