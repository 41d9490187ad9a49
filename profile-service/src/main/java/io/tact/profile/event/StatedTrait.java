package io.tact.profile.event;

/**
 * What an event says about its subject.
 *
 * @param value JSON
 */
public record StatedTrait(String name, String value) {}
