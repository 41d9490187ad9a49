package io.tact.consent.answer;

import io.tact.consent.client.Purpose;
import java.time.Instant;
import java.util.Map;

/** What changes the answers of an identity: each becomes an entry. Only a statement ever grants. */
public sealed interface Change permits Statement, Extended, Lapsed {

    /** Whether somebody says no with it. */
    boolean saysNo();

    /** By purpose that it touches: what stands after it. */
    Map<Purpose, StandingAnswer> appliedTo(Answers standing, Instant recordedAt);
}
