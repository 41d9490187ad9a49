/**
 * Kills what runs under load, starts it again, and looks whether anything acknowledged was lost.
 * Knows nothing of what the load is: that is a {@link io.tact.crash.Workload}, one for each
 * service.
 */
@NullMarked
package io.tact.crash;

import org.jspecify.annotations.NullMarked;
