/**
 * How often is too often, in the words of the shop: named lists of cap rules. All rules of all
 * policies hold together.
 */
@NullMarked
package io.tact.frequency.policy;

import org.jspecify.annotations.NullMarked;
