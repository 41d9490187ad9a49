/**
 * Keeps the graph of identities: takes in what events say about edges, lets a customer link the
 * browser in their hand, and judges edges again when consent changes. One writer at a time in the
 * whole installation, so that the same people are never resolved twice at once.
 */
@NullMarked
package io.tact.profile.linking;

import org.jspecify.annotations.NullMarked;
