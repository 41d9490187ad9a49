/**
 * For the tests of services that obey consent: says what consent-service would say, into the topic
 * that it would say it into.
 */
@NullMarked
package io.tact.consent.client.testkit;

import org.jspecify.annotations.NullMarked;
