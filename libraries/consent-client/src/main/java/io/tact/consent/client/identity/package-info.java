/**
 * Who a person is to a shop ({@code type:value}, as Segment names it), and the only form of it that
 * may leave its owner: the identity-key, a keyed hash that nobody outside the installation can
 * compute or turn back.
 */
@NullMarked
package io.tact.consent.client.identity;

import org.jspecify.annotations.NullMarked;
