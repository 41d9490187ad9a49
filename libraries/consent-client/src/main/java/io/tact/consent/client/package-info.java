/**
 * May this be used for that, for this person, now? The one way in which any service obeys consent.
 *
 * <p>A service asks {@link io.tact.consent.client.Consents} and gets {@link
 * io.tact.consent.client.Permissions}, decided in memory from a replica of {@code
 * consent.state.v1}. Whatever is not known for certain (no answer, no lease, a version that was
 * shown but not seen) is a refusal of everything optional.
 */
@NullMarked
package io.tact.consent.client;

import org.jspecify.annotations.NullMarked;
