/**
 * Who had the use of their data restricted (Art. 18 GDPR) or objected to being profiled (Art. 21):
 * a replica of {@code privacy.limit.v1}, which holds the few who ever did.
 */
@NullMarked
package io.tact.consent.client.limit;

import org.jspecify.annotations.NullMarked;
