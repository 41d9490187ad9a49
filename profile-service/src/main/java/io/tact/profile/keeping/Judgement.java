package io.tact.profile.keeping;

import io.tact.consent.client.Purpose;
import io.tact.profile.source.Ground;
import java.util.Set;

/** Whether an event may be kept. */
public sealed interface Judgement {
    /** For these purposes; for none but the contract if there are none. */
    record Kept(Set<Purpose> purposes, Ground ground) implements Judgement {}

    record Refused() implements Judgement {}

    /** It is not known now what the subjects allow. */
    record Undecided(Answers.Awaited awaited) implements Judgement {}
}
