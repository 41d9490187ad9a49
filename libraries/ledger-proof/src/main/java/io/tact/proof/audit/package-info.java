/**
 * Whether the tables of consent-service are still what was signed, for whoever can read them and
 * has a checkpoint from outside. Everything that can be computed is computed again: the tree from
 * the leaves, the tiles and checkpoints from the tree, and with the master key the leaves, the
 * mapping and the served state from the entries. So whoever changed one of them is found by
 * another; and who changed all of them consistently, by the signature and the saved checkpoint.
 *
 * <p>It needs Jackson on the class path, and a JDBC connection to PostgreSQL.
 */
@NullMarked
package io.tact.proof.audit;

import org.jspecify.annotations.NullMarked;
