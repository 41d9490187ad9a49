package io.tact.consent.proof;

import io.tact.consent.answer.Answers;
import java.util.OptionalLong;

/**
 * The last entry of one identity until an instant, opened.
 *
 * @param after what held after it
 * @param index in the ledger; empty before it has one
 */
@SuppressWarnings("ArrayRecordComponent")
record KeptEntry(byte[] body, byte[] nonce, Answers after, OptionalLong index) {}
