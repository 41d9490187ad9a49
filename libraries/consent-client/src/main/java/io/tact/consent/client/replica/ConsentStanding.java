package io.tact.consent.client.replica;

/**
 * What one identity has answered.
 *
 * @param version counts up with every answer; 0 for one that never answered
 */
public record ConsentStanding(long version, Grants grants) {
    public static final ConsentStanding UNASKED = new ConsentStanding(0, Grants.NONE);
}
