/**
 * What other people's banners have in common: their statements are taken by the same use case as
 * our own ({@link io.tact.consent.consents.RecordConsent}), each once however often it is sent, and
 * what comes back tells the shop's server how long the visitor wants to be remembered.
 */
@NullMarked
package io.tact.consent.banner;

import org.jspecify.annotations.NullMarked;
