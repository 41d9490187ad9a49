/**
 * The processes of a suite: how each is started, known to be up and stopped; which of them run; how
 * they are found again.
 */
@NullMarked
package io.tact.localstack.parts;

import org.jspecify.annotations.NullMarked;
