package io.tact.recommendation.history;

import io.tact.consent.client.Purpose;
import java.util.Set;

/** Of deeds in tests that are not about purposes. */
public final class Purposes {
    public static final Set<Purpose> ALL =
            Set.of(Purpose.EXPERIENCE, Purpose.MARKETING, Purpose.MEASUREMENT);

    private Purposes() {}
}
