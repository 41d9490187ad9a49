/**
 * Who is asking. The subject of a request is in its credentials and nowhere else: a customer or a
 * member of staff in {@code Authorization} (the shop's OIDC provider), a visitor in {@code
 * Tact-Visitor} (consent-service). Both together prove both.
 */
@NullMarked
package io.tact.consent.client.caller;

import org.jspecify.annotations.NullMarked;
