/**
 * The registry of campaigns: what may be advertised where, how important it is, and what labels its
 * impressions carry. Labels and priority come from here and never from a request.
 */
@NullMarked
package io.tact.frequency.campaign;

import org.jspecify.annotations.NullMarked;
