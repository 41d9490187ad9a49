/**
 * What may not be guessed: the twelve protected categories, and whether something that was declared
 * or written is of one of them. It errs on the side of the person: what reasonable judges differ
 * about is protected when being wrong would hurt. Sources: GDPR art. 9 and 4(14), DSA art. 26(3).
 */
@NullMarked
package io.tact.profile.protection;

import org.jspecify.annotations.NullMarked;
