/**
 * What held for a person at an instant, with its evidence: the entry that says so, opened, and its
 * way up to a signed checkpoint. Whoever has the ledger's key can check it without asking us again.
 */
@NullMarked
package io.tact.consent.proof;

import org.jspecify.annotations.NullMarked;
