/**
 * For those who run the shop: how many say yes and no, whether the ledger is well, and what one
 * person said, with evidence. Whoever looks somebody up says why, and that is kept.
 */
@NullMarked
package io.tact.consent.staff;

import org.jspecify.annotations.NullMarked;
