/**
 * One run of the whole of Tact on one machine: started in order, watched or controlled, stopped.
 */
@NullMarked
package io.tact.localstack.suite;

import org.jspecify.annotations.NullMarked;
