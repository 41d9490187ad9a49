/** What all services say alike to a request that cannot be read, or not now. */
@NullMarked
package io.tact.consent.client.web;

import org.jspecify.annotations.NullMarked;
