/**
 * The Merkle tree of RFC 6962 and RFC 9162, over SHA-256.
 *
 * <p>A tree is never held as a whole. {@link io.tact.proof.tree.Frontier} is enough to append to
 * it; a proof is made from the few hashes that it names ({@link io.tact.proof.tree.HashReader}
 * brings them) and verified against {@link io.tact.proof.tree.TreeHead}s, which are all that
 * somebody has to trust. Sizes and indexes are counted in leaves and are below 2<sup>63</sup>.
 */
@NullMarked
package io.tact.proof.tree;

import org.jspecify.annotations.NullMarked;
