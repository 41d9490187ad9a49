/**
 * A shop's order history as a file, in the columns of UCI Online Retail.
 *
 * <p>The file is read twice, line by line: the first reading learns the products and how many lines
 * every invoice has ({@link Survey}), the second sends each invoice as soon as its last line came
 * by ({@link Invoices}). So the lines of an invoice may lie anywhere in the file, and memory grows
 * with products and open invoices, not with lines.
 */
@NullMarked
package io.tact.localstack.importing.history;

import org.jspecify.annotations.NullMarked;
