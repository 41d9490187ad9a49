/**
 * Whose impressions stand where. A row belongs to a person as profile-service knows them, or to an
 * identity-key that it does not know yet; the row of an identity that joined a person stays as a
 * redirect, and what leaves a row tells the decisions under way to look again.
 */
@NullMarked
package io.tact.frequency.person;

import org.jspecify.annotations.NullMarked;
