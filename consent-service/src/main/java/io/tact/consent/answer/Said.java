package io.tact.consent.answer;

import io.tact.consent.client.identity.IdentityKey;
import java.util.UUID;

/**
 * What one identity's own answers amount to.
 *
 * @param pseudonym its name in the ledger
 * @param version counts its entries
 */
public record Said(IdentityKey key, UUID pseudonym, long version, Answers answers) {}
