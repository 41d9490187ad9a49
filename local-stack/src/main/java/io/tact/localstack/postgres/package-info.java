/**
 * A real PostgreSQL from a Maven artifact: unpacked once, run as a child process, one database for
 * each owner.
 */
@NullMarked
package io.tact.localstack.postgres;

import org.jspecify.annotations.NullMarked;
