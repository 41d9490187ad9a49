/**
 * The right to rectification (Art. 16 GDPR): what is wrong about somebody gives way to what they
 * say themselves, and what they do not want known is forgotten.
 */
@NullMarked
package io.tact.profile.correcting;

import org.jspecify.annotations.NullMarked;
