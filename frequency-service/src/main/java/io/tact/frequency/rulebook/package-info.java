/**
 * All campaigns and rules at one version, in memory: who competes for a slot, and which caps must
 * allow whom.
 */
@NullMarked
package io.tact.frequency.rulebook;

import org.jspecify.annotations.NullMarked;
