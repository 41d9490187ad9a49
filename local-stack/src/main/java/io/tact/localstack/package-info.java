/**
 * Starts everything on one machine without Docker: {@link io.tact.localstack.Run} from the shell,
 * {@link io.tact.localstack.Suite} from Java.
 */
@NullMarked
package io.tact.localstack;

import org.jspecify.annotations.NullMarked;
