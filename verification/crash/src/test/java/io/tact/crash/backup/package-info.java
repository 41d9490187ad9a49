/** The runbook of a backup, run: what a restored database holds, and what it is told that lacks. */
@NullMarked
package io.tact.crash.backup;

import org.jspecify.annotations.NullMarked;
