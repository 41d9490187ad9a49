/** What all services say alike to a request that cannot be read. */
@NullMarked
package io.tact.consent.client.web;

import org.jspecify.annotations.NullMarked;
