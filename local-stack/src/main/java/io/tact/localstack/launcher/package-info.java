/**
 * One JVM that lends Postgres, Kafka and an OIDC issuer to the tests of all modules. A test JVM
 * holds a lease as long as its socket is open; the launcher leaves when nobody has held one for a
 * while.
 */
@NullMarked
package io.tact.localstack.launcher;

import org.jspecify.annotations.NullMarked;
