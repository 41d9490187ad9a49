/**
 * Forgetting people, in all services (GDPR, Article 17). What is here is deleted in the transaction
 * of the request; what was under way meanwhile is deleted once every older transaction has ended;
 * then {@code privacy.erasure.v1} tells the others, and each answers with a signed receipt. It is
 * complete when all of them have. From the request on, nothing of before is let in again.
 */
@NullMarked
package io.tact.profile.erasure;

import org.jspecify.annotations.NullMarked;
