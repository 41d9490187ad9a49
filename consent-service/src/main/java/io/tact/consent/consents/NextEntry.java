package io.tact.consent.consents;

import io.tact.consent.answer.Change;

/**
 * What is appended for one identity.
 *
 * @param next what stands after the change
 */
record NextEntry(ClaimedState next, Change change, String requestId) {}
