/** What callers are told when a request cannot be answered: RFC 9457, one stable type each. */
@NullMarked
package io.tact.frequency.problem;

import org.jspecify.annotations.NullMarked;
