/**
 * What a service's test asks for: a lease of the shared stack, tokens of every kind, a broker of
 * its own to break. These classes and all they touch need the JDK alone, since nothing else of this
 * module is on a service's class path.
 */
@NullMarked
package io.tact.localstack.test;

import org.jspecify.annotations.NullMarked;
