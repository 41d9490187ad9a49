/**
 * How often is too often: rules that cap the impressions of a label within a window, and the
 * decision whether one more is allowed.
 *
 * <p>What is kept are impressions, never counters, so a rule counts exactly and a changed rule
 * holds for the past as well. Windows are half open: an impression at t counts while t &gt; now −
 * W. Nothing in here knows a database; the statement that decides in production is held to these
 * classes by a test.
 */
@NullMarked
package io.tact.frequency.cap;

import org.jspecify.annotations.NullMarked;
