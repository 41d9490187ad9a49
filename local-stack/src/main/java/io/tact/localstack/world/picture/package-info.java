/**
 * A drawn picture for every product: one template a kind ({@code drawings/<kind>.svg}), coloured by
 * the product.
 *
 * <p>In a template {@code {main}} and its kin are colours, and a line that begins with {@code @1}
 * belongs to the second model only.
 */
@NullMarked
package io.tact.localstack.world.picture;

import org.jspecify.annotations.NullMarked;
