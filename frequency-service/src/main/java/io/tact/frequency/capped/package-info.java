/**
 * What a person shall not see of until some instant, or for ever: what they bought, what they do
 * not want, and what their caps have exhausted. Other services leave it out of what they offer; the
 * stops among them decide here as well.
 */
@NullMarked
package io.tact.frequency.capped;

import org.jspecify.annotations.NullMarked;
