/** What a service does again and again, without being asked. */
@NullMarked
package io.tact.profile.schedule;

import org.jspecify.annotations.NullMarked;
