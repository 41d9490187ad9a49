/**
 * Who sends events. Each write key belongs to a registered source, and what may be believed of an
 * event is decided by its source: a browser's key is public, a server's key is a secret.
 */
@NullMarked
package io.tact.profile.source;

import org.jspecify.annotations.NullMarked;
