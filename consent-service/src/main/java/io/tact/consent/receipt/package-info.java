/**
 * What a person can take home: all that ISO/IEC TS 27560:2023 demands of a record of consent, in
 * the words of the W3C's Data Privacy Vocabulary, with the evidence that the ledger has it.
 */
@NullMarked
package io.tact.consent.receipt;

import org.jspecify.annotations.NullMarked;
