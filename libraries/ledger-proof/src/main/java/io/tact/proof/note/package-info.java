/**
 * Signed notes and, in them, checkpoints: how a ledger puts its name under a tree.
 *
 * <p>The formats are <a href="https://c2sp.org/signed-note">C2SP signed-note</a> and <a
 * href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>, with Ed25519 (RFC 8032) as the
 * one kind of signature; others are ignored as the formats demand. The text of a note means nothing
 * before a trusted key is found under it.
 */
@NullMarked
package io.tact.proof.note;

import org.jspecify.annotations.NullMarked;
