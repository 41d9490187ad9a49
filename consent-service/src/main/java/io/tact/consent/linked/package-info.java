/**
 * No spreads, yes does not: what one identity of a person refused, withdrew or objected to is
 * extended to all that are linked to it, each as an entry of its own that names its cause. Who is
 * linked is profile-service's to say; we read {@code profile.identity.v1} for this alone. Taking a
 * link away takes no no away.
 */
@NullMarked
package io.tact.consent.linked;

import org.jspecify.annotations.NullMarked;
