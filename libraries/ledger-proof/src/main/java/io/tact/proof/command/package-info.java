/**
 * The command line: {@code java -jar ledger-proof.jar}. It answers in words what was proved and
 * what was not, and with 0 if all of it holds, 1 if not, and 2 if it did not understand what is
 * wanted.
 */
@NullMarked
package io.tact.proof.command;

import org.jspecify.annotations.NullMarked;
