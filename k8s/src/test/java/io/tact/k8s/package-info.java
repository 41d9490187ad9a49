/**
 * The charts as Helm sees them: each is taken as a user has it after {@code helm dependency
 * update}, linted, rendered, and read back object by object. No cluster is asked.
 */
@NullMarked
package io.tact.k8s;

import org.jspecify.annotations.NullMarked;
