/** RSA keys and the tokens signed with them, on the JDK alone: RS256 verifies fastest on a JVM. */
@NullMarked
package io.tact.localstack.keys;

import org.jspecify.annotations.NullMarked;
