/** Who has answered an erasure: receipts that their services signed, and their public keys. */
@NullMarked
package io.tact.profile.erasure.receipt;

import org.jspecify.annotations.NullMarked;
