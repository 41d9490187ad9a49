/**
 * What somebody can be shown, who then needs to trust nobody: entries as they were committed to,
 * where they stand in the tree, and the checkpoint that signs the tree.
 *
 * <p>{@link io.tact.proof.evidence.Evidence} verifies with a JDK alone. As JSON it is read and
 * written by {@link io.tact.proof.evidence.EvidenceJson}, which needs Jackson on the class path, as
 * does {@link io.tact.proof.evidence.EntryBody}.
 */
@NullMarked
package io.tact.proof.evidence;

import org.jspecify.annotations.NullMarked;
