/**
 * What people looked at next: nearest neighbours among past sessions (VMIS-kNN: Kersbergen,
 * Sprangers, Schelter, "Serenade", SIGMOD 2022) with the position weights of STAN (Garg et al.,
 * SIGIR 2019).
 *
 * <p>The index is immutable ints; a query writes only into its own {@link
 * io.tact.recommendation.session.Scratch} and leaves it clean by undoing what it touched.
 */
@NullMarked
package io.tact.recommendation.session;

import org.jspecify.annotations.NullMarked;
