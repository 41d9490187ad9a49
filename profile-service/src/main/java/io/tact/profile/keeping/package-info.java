/** Whether an event may be kept, and for what: a pure question of event, source and consent. */
@NullMarked
package io.tact.profile.keeping;

import org.jspecify.annotations.NullMarked;
