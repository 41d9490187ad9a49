package io.tact.evaluate;

/**
 * One entry of a list.
 *
 * @param reason as the service names it, or the baseline's name
 */
record Suggestion(int item, double score, String reason) {}
