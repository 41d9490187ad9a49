/**
 * Visitors: people whom we know by one secret in their browser, the subject id. Whoever shows it
 * gets a token for the anonymous id that is its hash; nothing of it is kept.
 */
@NullMarked
package io.tact.consent.visitor;

import org.jspecify.annotations.NullMarked;
