/**
 * The one number that campaigns and policies share: whoever decides can tell that rules changed.
 */
@NullMarked
package io.tact.frequency.registry;

import org.jspecify.annotations.NullMarked;
