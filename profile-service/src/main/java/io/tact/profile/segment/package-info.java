/**
 * From Segment's words to ours. Each message is either understood or has a reason why not, and one
 * that was not understood never harms its neighbours.
 */
@NullMarked
package io.tact.profile.segment;

import org.jspecify.annotations.NullMarked;
