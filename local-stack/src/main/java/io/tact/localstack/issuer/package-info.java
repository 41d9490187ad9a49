/** What stands in for an OpenID provider where nobody has to log in. On the JDK alone. */
@NullMarked
package io.tact.localstack.issuer;

import org.jspecify.annotations.NullMarked;
