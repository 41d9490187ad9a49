package io.tact.frequency.person;

import java.util.UUID;

/**
 * Where the impressions of an identity stand.
 *
 * @param identity its identity-key
 * @param key of the row
 * @param person in whose name they are published: a pseudonym, or the identity-key itself
 * @param generation of the row; another one since means that an identity left it, this one perhaps
 */
public record Home(String identity, UUID key, String person, int generation, PackedLog log) {}
