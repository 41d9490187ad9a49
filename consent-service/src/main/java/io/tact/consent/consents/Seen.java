package io.tact.consent.consents;

import java.time.Instant;
import java.util.Optional;

/**
 * What a caller gets to see.
 *
 * @param privacySignal came with the request: marketing is refused whatever else was said
 * @param overruledGrant when marketing had been granted that the signal took back with this request
 * @param tooYoung to allow anything, or to be asked
 */
record Seen(
        Consent consent,
        boolean privacySignal,
        Optional<Instant> overruledGrant,
        boolean tooYoung) {}
