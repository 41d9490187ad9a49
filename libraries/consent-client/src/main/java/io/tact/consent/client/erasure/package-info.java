/**
 * Forgetting people (GDPR, Article 17) in every service alike. {@code privacy.erasure.v1} says
 * whom; it is read from its beginning before anything else that is about persons, so that neither a
 * replay nor a restored backup brings anybody back. Each service answers with a signed receipt.
 */
@NullMarked
package io.tact.consent.client.erasure;

import org.jspecify.annotations.NullMarked;
