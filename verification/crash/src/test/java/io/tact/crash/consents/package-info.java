/**
 * Consent statements as load. What is held: every acknowledged statement has exactly its versions,
 * the ledger only ever grew, and the topic ends with what the service says.
 */
@NullMarked
package io.tact.crash.consents;

import org.jspecify.annotations.NullMarked;
