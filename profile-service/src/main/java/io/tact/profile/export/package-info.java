/**
 * The rights of access and to portability (Art. 15 and 20 GDPR) as a file: all that is held under
 * somebody's identities, whole and of one moment, however much it is. Each table that holds
 * anything under an identity-key has its {@link io.tact.profile.export.Section}.
 */
@NullMarked
package io.tact.profile.export;

import org.jspecify.annotations.NullMarked;
