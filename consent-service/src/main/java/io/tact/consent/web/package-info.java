/** What all doors share: strict JSON in, problems with a stable type out, and a rate. */
@NullMarked
package io.tact.consent.web;

import org.jspecify.annotations.NullMarked;
