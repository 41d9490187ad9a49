/** What the machine lends us: folders, free ports, child processes. The JDK is all it needs. */
@NullMarked
package io.tact.localstack.machine;

import org.jspecify.annotations.NullMarked;
