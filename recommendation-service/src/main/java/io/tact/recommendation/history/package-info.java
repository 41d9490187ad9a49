/**
 * What single people did and asked for, in memory, as the log tells it: by the identity-key under
 * which it was recorded, because that is whose consent counts. What belongs to one person is put
 * together only when that person is served.
 */
@NullMarked
package io.tact.recommendation.history;

import org.jspecify.annotations.NullMarked;
