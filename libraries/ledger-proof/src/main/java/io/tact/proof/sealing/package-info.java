/**
 * Why the tables can neither be read nor written behind this service's back. Every person has a key
 * of its own, kept beside the entries under a {@link io.tact.proof.sealing.MasterKey} that is in no
 * database. With a person's key the bodies of its entries are encrypted, and from it the nonces of
 * their commitments are derived: whoever deletes that one row has forgotten the person in the
 * entries, in old backups' entries, and in every proof. What is served carries a seal of the master
 * key, so a row that somebody else has written is noticed when it is read.
 *
 * <p>It stands here and not in the service that seals, so that an auditor who was given the master
 * key can open what was sealed with nothing but this library.
 */
@NullMarked
package io.tact.proof.sealing;

import org.jspecify.annotations.NullMarked;
