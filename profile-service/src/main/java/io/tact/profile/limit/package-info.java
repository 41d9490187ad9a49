/**
 * What somebody does not want, whatever they have granted: that their data is used (Art. 18 GDPR),
 * or that anything is concluded from it (Art. 21). It holds here at once, and elsewhere as soon as
 * the topic says so.
 */
@NullMarked
package io.tact.profile.limit;

import org.jspecify.annotations.NullMarked;
