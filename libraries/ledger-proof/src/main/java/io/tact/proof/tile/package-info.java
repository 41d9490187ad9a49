/**
 * How a ledger publishes its tree: as files of up to 256 hashes that never change once they are
 * full, at the paths of <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>.
 *
 * <p>The ledger's side is {@link io.tact.proof.tile.TileEdge}, which turns new leaves into the
 * tiles to write. The reader's side is {@link io.tact.proof.tile.TrustedTiles}, which lets no hash
 * out of a tile before the tile was found under a tree head that is trusted.
 */
@NullMarked
package io.tact.proof.tile;

import org.jspecify.annotations.NullMarked;
