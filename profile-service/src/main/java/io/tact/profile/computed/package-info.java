/**
 * What follows from events by a definition of the shop's: traits and audiences, as CEL expressions.
 *
 * <p>Nothing is stored about a person. Of each identity and each day there is one small part,
 * computed again from that day's events whenever one comes; what is true of a person follows, at
 * each read, from the parts of those identities that may be used for the reader. So a merge, an
 * unmerge, a withdrawal or an erasure needs no recomputing, and can leave nothing behind.
 * Definitions see no product and no event of a protected category, whatever their expressions say.
 */
@NullMarked
package io.tact.profile.computed;

import org.jspecify.annotations.NullMarked;
