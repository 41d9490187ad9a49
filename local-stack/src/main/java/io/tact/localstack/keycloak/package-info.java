/**
 * A real Keycloak from its distribution archive, with the demo realm: the shop's OpenID provider on
 * this machine.
 */
@NullMarked
package io.tact.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
