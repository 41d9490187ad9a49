/**
 * Where answers are kept. Each statement becomes an entry for every identity that the request
 * proves, in a table that only grows; the state row of an identity holds what its entries amount
 * to, and its lock is what orders them. The state goes out to {@code consent.state.v1}.
 */
@NullMarked
package io.tact.consent.consents;

import org.jspecify.annotations.NullMarked;
