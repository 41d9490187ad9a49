/**
 * Which identities are one person. An edge between two of them is claimed until it is confirmed,
 * and joins them only while both allow {@code identity_link} by their own answers. Who a person is
 * follows from the edges alone, so that an edge that is cut leaves no trace.
 */
@NullMarked
package io.tact.profile.identity;

import org.jspecify.annotations.NullMarked;
