/**
 * What this service has learned, as one immutable value that is swapped as a whole: built from the
 * catalogue, from what people did who allow that others learn from it, and from orders.
 *
 * <p>Its version is a fingerprint of the facts in it, in no order: two replicas that know the same
 * have the same version, and a model that forgot somebody has the version of one that never knew
 * them. Sessions are learned from under the recording identity's {@code experience}, views count as
 * popular under its {@code measurement}, orders need no consent (their ground is the contract).
 */
@NullMarked
package io.tact.recommendation.model;

import org.jspecify.annotations.NullMarked;
