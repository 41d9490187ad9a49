/**
 * What was shown to whom and why, published for the person's own window and for experiments:
 * written in batches, off the request path. A kill may lose what was served in the last second.
 */
@NullMarked
package io.tact.recommendation.served;

import org.jspecify.annotations.NullMarked;
