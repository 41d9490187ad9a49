/**
 * What is kept of a visit without {@code marketing}: how many impressions it had, when it began and
 * when somebody was last there. Gone half an hour later.
 */
@NullMarked
package io.tact.frequency.session;

import org.jspecify.annotations.NullMarked;
