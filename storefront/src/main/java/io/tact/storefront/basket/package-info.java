/**
 * What somebody means to buy. It lies in a cookie as item ids and quantities, so the shop remembers
 * nothing about anybody; names and prices come from the catalogue whenever it is looked at.
 */
@NullMarked
package io.tact.storefront.basket;

import org.jspecify.annotations.NullMarked;
